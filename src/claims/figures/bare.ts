/** Numbers without a unit or noun of their own: what they count is said by a word before them or by the figure before. */
import { countedBefore } from './counts.js';
import type { Numeral } from './numeral.js';
import { base, isExchangeRate, isHyphened, type Place, type Quantity } from './quantity.js';
import { figureVocabulary } from './vocabulary.js';
import { remainder, votersAgain } from './votes.js';

/** A number without a noun: a force of 7,500; or it counts what the figure before it counted (800 men ... and Thailand 1,000). */
export function bare(place: Place, numeral: Numeral): Quantity | null {
  const { pieces, found } = place;
  const voted = votersAgain(place, numeral) ?? remainder(place, numeral);
  if (voted) return voted;
  const again = shareAgain(place, numeral) ?? casualties(place, numeral);
  if (again) return again;
  if (isHyphened(pieces, numeral.end) || (numeral.words && numeral.value < 10 && numeral.scale === 1)) return null;
  const before = pieces[numeral.first - 1];
  if (before?.lower === 'of' && figureVocabulary().bodies.has(pieces[numeral.first - 2]?.lower ?? '')) {
    return { ...base(numeral), unit: 'person', family: 'count', confidence: 0.7 };
  }
  const next = pieces[numeral.end];
  if (next && !next.spaced && next.kind === 'word') return null;
  if (next && /^(?:NOUN|PROPN|ADJ)$/.test(next.token?.upos ?? '')) return null;
  if (next?.lower === 'of' && /^(?:them|whom|these|those)$/.test(pieces[numeral.end + 1]?.lower ?? '')) {
    const unit =
      countedBefore(pieces, numeral.first) ?? (place.before ? countedBefore(place.before, place.before.length) : null);
    return unit ? { ...base(numeral), unit, family: 'count', confidence: 0.75 } : null;
  }
  const previous = found.findLast(
    ({ family, unit, first }) =>
      (/^(?:money|measure|count|rate)$/.test(family) || isExchangeRate(unit)) && pieces[first - 1]?.text !== '(',
  );
  if (!previous) return null;
  if (previous.family === 'money' && numeral.scale === 1) return null;
  if (numeral.scale === 1 && numeral.value < 10 && !/^(?:vote|abstention)$/.test(previous.unit)) return null;
  return { ...base(numeral), unit: previous.unit, family: previous.family, confidence: 0.75 };
}

/** "two soldiers were killed and five wounded": whoever was hurt counts, however few. */
function casualties({ pieces }: Place, numeral: Numeral): Quantity | null {
  const next = pieces[numeral.end];
  const verb = pieces[numeral.first - 1]?.token;
  const isObject =
    verb?.upos === 'VERB' &&
    figureVocabulary().lossVerbs.has(verb.lemma.toLowerCase()) &&
    (next?.kind ?? 'sign') === 'sign';
  if (!isObject && !/^(?:wounded|dead|injured|killed|missing)$/.test(next?.lower ?? '')) return null;
  return { ...base(numeral), unit: 'person', family: 'count', confidence: 0.7 };
}

/** "cut to 2.9 per cent from 3.1": the level before. */
function shareAgain({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  const isFrom = pieces[numeral.first - 1]?.lower === 'from' && before?.end === numeral.first - 1;
  if (!isFrom || before.unit !== 'percent' || numeral.scale !== 1 || numeral.words) return null;
  return { ...base(numeral), unit: 'percent', family: 'share', confidence: 0.75 };
}
