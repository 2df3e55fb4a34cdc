/** Numbers that count the noun behind them. */
import { rated } from './amounts.js';
import { countedAt } from './counts.js';
import type { Numeral } from './numeral.js';
import { numeralAt } from './numerals.js';
import type { Piece } from './pieces.js';
import { base, isHyphened, isSmallWord, type Place, type Quantity, sureOf } from './quantity.js';
import { figureVocabulary } from './vocabulary.js';

/** "140 Chinese firms", "33 of the poorest countries"; "5 of 12 jets" counts jets as well. */
export function counted(place: Place, numeral: Numeral): Quantity | null {
  const { pieces } = place;
  if (isHyphened(pieces, numeral.end) || isAddress(pieces, numeral.end)) return null;
  const noun = countedAt(pieces, numeral.end);
  if (noun) {
    if (isSmallWord(numeral) && !isWeighty(place, noun.unit, noun.lemma)) return null;
    if (numeral.words && numeral.value < 1) return null;
    return rated(place, {
      ...base(numeral),
      end: noun.end,
      unit: noun.unit,
      family: 'count',
      confidence: sureOf(numeral, 0.9),
    });
  }
  if (pieces[numeral.end]?.lower !== 'of') return null;
  const whole = [1, 2, 3, 4, 5, 6]
    .map(step => numeral.end + step)
    .map(at => (pieces[at] ? numeralAt(pieces, at) : null))
    .find(found => found?.kind === 'cardinal');
  const parts = whole && countedAt(pieces, whole.end);
  if (!parts || (isSmallWord(numeral) && !isWeighty(place, parts.unit, parts.lemma))) return null;
  return { ...base(numeral), unit: parts.unit, family: 'count', confidence: sureOf(numeral, 0.75) };
}

/** Nobody writes a count below ten in words for a figure, unless what is counted matters. */
function isWeighty({ pieces }: Place, unit: string, lemma: string): boolean {
  const { weighty, lossVerbs, voterVerbs } = figureVocabulary();
  if (weighty.has(unit) || weighty.has(lemma)) return true;
  if (unit === 'country' && pieces.some(({ lower }) => voterVerbs.has(lower))) return true;
  return unit === 'person' && pieces.some(({ token }) => token && lossVerbs.has(token.lemma.toLowerCase()));
}

/** "10 Downing Street": the number of a house. */
function isAddress(pieces: Piece[], at: number): boolean {
  return pieces
    .slice(at + 1, at + 3)
    .some(({ text }) => /^(?:Street|Avenue|Road|Square|Lane|Boulevard|Palace)$/.test(text));
}
