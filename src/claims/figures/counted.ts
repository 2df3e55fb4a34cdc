/** Numbers that count the noun behind them. */
import { rated } from './amounts.js';
import { type Counted, countedAt } from './counts.js';
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
    if (isSmallWord(numeral) && !isWeighty(place, noun, numeral.value)) return null;
    if (numeral.words && numeral.value < 1) return null;
    return rated(place, {
      ...base(numeral),
      end: noun.end,
      unit: noun.lemma === 'other' ? unitOfOthers(place, noun.end) : noun.unit,
      family: 'count',
      confidence: sureOf(numeral, 0.9),
      doubt: numeral.scaleInDoubt,
    });
  }
  if (pieces[numeral.end]?.lower !== 'of') return null;
  const whole = [1, 2, 3, 4, 5, 6]
    .map(step => numeral.end + step)
    .map(at => (pieces[at] ? numeralAt(pieces, at) : null))
    .find(found => found?.kind === 'cardinal');
  const parts = whole && countedAt(pieces, whole.end);
  if (!parts || (isSmallWord(numeral) && !isWeighty(place, parts, numeral.value))) return null;
  return { ...base(numeral), unit: parts.unit, family: 'count', confidence: sureOf(numeral, 0.75) };
}

/** Nobody writes a count below ten in words for a figure, unless what is counted matters. */
function isWeighty({ pieces }: Place, { unit, lemma, end }: Counted, value: number): boolean {
  const { weighty, lossVerbs, peopleTaken, voterVerbs } = figureVocabulary();
  if (weighty.has(unit) || weighty.has(lemma)) return true;
  if (unit === 'country' && pieces.some(({ lower }) => voterVerbs.has(lower))) return true;
  if (unit !== 'person') return false;
  if (value > 1 && peopleTaken.has(verbOver(pieces, pieces[end - 1]!))) return true;
  return pieces.some(({ token }) => token && lossVerbs.has(token.lemma.toLowerCase()));
}

/** "Thailand and 56 others abstained", "killed him and 12 others": of whom more are counted. */
function unitOfOthers({ pieces, found }: Place, end: number): string {
  const { voterVerbs } = figureVocabulary();
  if (voterVerbs.has(pieces[end]?.lower ?? '')) return 'country';
  return found.findLast(({ family }) => family === 'count')?.unit ?? 'person';
}

/** "expelled six diplomats", "four farm workers were freed": the lemma of the verb whose object or passive subject a noun is. */
function verbOver(pieces: Piece[], noun: Piece): string {
  const head = noun.token && pieces.find(({ token }) => token?.index === noun.token!.head)?.token;
  const isTaken = head?.upos === 'VERB' && /^(?:obj|nsubj:pass)$/.test(noun.token!.deprel);
  return isTaken ? head.lemma.toLowerCase() : '';
}

/** "10 Downing Street": the number of a house. */
function isAddress(pieces: Piece[], at: number): boolean {
  return pieces
    .slice(at + 1, at + 3)
    .some(({ text }) => /^(?:Street|Avenue|Road|Square|Lane|Boulevard|Palace)$/.test(text));
}
