/** Numbers without a unit or noun of their own: what they count is said by a word before them or by the figure before. */
import { countedBefore } from './counts.js';
import type { Numeral } from './numeral.js';
import type { Piece } from './pieces.js';
import { base, isExchangeRate, isHyphened, isSmallWord, type Place, type Quantity, sureOf } from './quantity.js';
import { currenciesNamed, figureVocabulary } from './vocabulary.js';
import { remainder, votersAgain } from './votes.js';

/** A number without a noun: a force of 7,500; or it counts what the figure before it counted (800 men ... and Thailand 1,000). */
export function bare(place: Place, numeral: Numeral): Quantity | null {
  const { pieces, found } = place;
  const voted = votersAgain(place, numeral) ?? remainder(place, numeral);
  if (voted) return voted;
  const again =
    otherEnd(place, numeral) ?? casualties(place, numeral) ?? numbered(place, numeral) ?? toll(place, numeral);
  if (again) return again;
  const part = ofThem(place, numeral) ?? theFirst(place, numeral);
  if (part) return part;
  if (isHyphened(pieces, numeral.end) || (numeral.words && numeral.value < 10 && numeral.scale === 1)) return null;
  const before = pieces[numeral.first - 1];
  const isRoom = before?.lower === 'for' && figureVocabulary().roomFor.has(pieces[numeral.first - 2]?.lower ?? '');
  if (isRoom || (before?.lower === 'of' && isBody(pieces[numeral.first - 2]))) {
    return { ...base(numeral), unit: 'person', family: 'count', confidence: sureOf(numeral, 0.7) };
  }
  const next = pieces[numeral.end];
  if (next && !next.spaced && next.kind === 'word') return null;
  const isCompared =
    /^(?:more|fewer|less)$/.test(next?.lower ?? '') && pieces[numeral.end + 1]?.lower === 'than' && found.length > 0;
  if (next && !isCompared && /^(?:NOUN|PROPN|ADJ)$/.test(next.token?.upos ?? '')) return null;
  const previous = found.findLast(
    ({ family, unit, first }) =>
      (/^(?:money|measure|count|rate)$/.test(family) || isExchangeRate(unit)) && pieces[first - 1]?.text !== '(',
  );
  if (!previous) return inNamedCurrency(place, numeral);
  if (previous.family === 'money' && numeral.scale === 1) return null;
  if (numeral.scale === 1 && numeral.value < 10 && !/^(?:vote|abstention)$/.test(previous.unit)) return null;
  return { ...base(numeral), unit: previous.unit, family: previous.family, confidence: sureOf(numeral, 0.75) };
}

/** "31 of them": what the plural noun before counts; below ten only of what was counted already. */
function ofThem({ pieces, before, found }: Place, numeral: Numeral): Quantity | null {
  const isPart =
    pieces[numeral.end]?.lower === 'of' && /^(?:them|whom|these|those)$/.test(pieces[numeral.end + 1]?.lower ?? '');
  const whole = found.findLast(({ family }) => family === 'count');
  if (!isPart || (numeral.words && numeral.value < 10 && numeral.scale === 1 && !whole)) return null;
  const unit = countedBefore(pieces, numeral.first) ?? (before ? countedBefore(before, before.length) : null);
  return unit ? { ...base(numeral), unit, family: 'count', confidence: sureOf(numeral, 0.75) } : null;
}

/** "The first 25 left": of whom the text spoke last. */
function theFirst({ pieces, before }: Place, numeral: Numeral): Quantity | null {
  const isFirst = /^(?:first|last|remaining|other)$/.test(pieces[numeral.first - 1]?.lower ?? '');
  const isAlone = !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(pieces[numeral.end]?.token?.upos ?? '');
  const next = pieces[numeral.end];
  if (!isFirst || !isAlone || (next && next.kind !== 'word') || isSmallWord(numeral)) return null;
  const unit = countedBefore(pieces, numeral.first) ?? (before ? countedBefore(before, before.length) : null);
  return unit ? { ...base(numeral), unit, family: 'count', confidence: sureOf(numeral, 0.7) } : null;
}

/** "Settlements in RMB came to 14.2 trn": a large sum in the one currency that the sentence names. */
function inNamedCurrency({ pieces }: Place, numeral: Numeral): Quantity | null {
  const { signs } = figureVocabulary();
  const named = pieces.flatMap(({ text }, at) =>
    text.length > 2 && pieces[at - 1]?.lower === 'in' ? (currenciesNamed(text) ?? signs.get(text) ?? []) : [],
  );
  return named.length === 1 && numeral.scale >= 1e6
    ? { ...base(numeral), unit: named[0]!.code, family: 'money', confidence: sureOf(numeral, 0.7) }
    : null;
}

/** "two soldiers were killed and five wounded": whoever was hurt counts, however few. */
function casualties({ pieces }: Place, numeral: Numeral): Quantity | null {
  const next = pieces[numeral.end];
  const verb = pieces[numeral.first - 1]?.token;
  const orMore = /^(?:more|less|fewer)$/.test(pieces[numeral.end + 1]?.lower ?? '') && next?.lower === 'or' ? 2 : 0;
  const isObject =
    (verb?.upos === 'VERB' || pieces[numeral.first - 1]?.lower === 'up') &&
    takesPeople(pieces, numeral.first - 1) &&
    ((next?.kind ?? 'sign') === 'sign' || next?.token?.upos === 'ADP');
  if (isHyphened(pieces, numeral.end)) return null;
  if (!isObject && !isDoneByPeople(pieces, numeral.end + orMore)) return null;
  return { ...base(numeral), unit: 'person', family: 'count', confidence: sureOf(numeral, 0.7) };
}

/** "50,000 march", "10.4 million took part", "111,000 are hurt". */
function isDoneByPeople(pieces: Piece[], at: number): boolean {
  const { personVerbs } = figureVocabulary();
  const isCopula = /^(?:are|were|have|had|is|was)$/.test(pieces[at]?.lower ?? '');
  const from = isCopula && !personVerbs.has(`${pieces[at]?.lower} ${pieces[at + 1]?.lower}`) ? at + 1 : at;
  const first = pieces[from]?.lower ?? '';
  const next = pieces[from + 1]?.lower ?? '';
  return [first, `${first} ${next}`, `${first} ${next} ${pieces[from + 2]?.lower}`].some(words =>
    personVerbs.has(words),
  );
}

/** "killed 12", "frees 24", "called up 150,000": verbs that are done to people alone. */
function takesPeople(pieces: Piece[], at: number): boolean {
  const { lossVerbs, peopleTaken } = figureVocabulary();
  const lemma = pieces[at]!.token?.lemma.toLowerCase() ?? '';
  if (pieces[at]!.lower === 'up') return /^call(?:s|ed|ing)?$/.test(pieces[at - 1]?.lower ?? '');
  return lossVerbs.has(lemma) || peopleTaken.has(lemma);
}

/** "forces of 90,000", "a garrison of 6,000". */
function isBody(piece: Piece | undefined): boolean {
  const { bodies } = figureVocabulary();
  return piece !== undefined && (bodies.has(piece.lower) || bodies.has(piece.token?.lemma.toLowerCase() ?? ''));
}

/** "put the toll at 2,000", "a toll of between 300 and 400": a number of people. */
function toll({ pieces }: Place, numeral: Numeral): Quantity | null {
  let at = numeral.first - 1;
  while (at > numeral.first - 6 && TO_TOLL.test(pieces[at]?.lower ?? '')) at -= 1;
  return at < numeral.first - 1 && figureVocabulary().tolls.has(pieces[at]?.lower ?? '')
    ? { ...base(numeral), unit: 'person', family: 'count', confidence: sureOf(numeral, 0.7) }
    : null;
}

const TO_TOLL =
  /^(?:at|to|of|exceeds?|exceeded|exceeding|tops?|topped|surpass(?:es|ed)?|pass(?:es|ed)|reach(?:es|ed)?|hits?|has|have|had|number(?:s|ed)?|is|are|were|was|stands|stood|now|about|around|some|over|more|least|than|between|and|\d[\d,]*)$/;

/** "The crossings numbered 1.2m", "casualties totalled some 400". */
function numbered({ pieces }: Place, numeral: Numeral): Quantity | null {
  const verb = [1, 2, 3]
    .map(step => numeral.first - step)
    .find(at => /^(?:number(?:s|ed|ing)?|total(?:s|led|ed|ling|ing))$/.test(pieces[at]?.lower ?? ''));
  const unit = verb === undefined ? null : countedBefore(pieces, verb);
  return unit ? { ...base(numeral), unit, family: 'count', confidence: sureOf(numeral, 0.75) } : null;
}

/** "cut to 2.9 per cent from 3.1", "raised from 15 days to 30": the level on the other side, in the unit of the first. */
function otherEnd({ pieces, found, dated }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  const joint = pieces[numeral.first - 1]?.lower;
  if (!before || before.range || numeral.scale !== 1 || numeral.words) return null;
  const isTo = joint === 'to' && before.end === numeral.first - 1 && pieces[before.first - 1]?.lower === 'from';
  const isFrom =
    joint === 'from' &&
    pieces
      .slice(before.end, numeral.first - 1)
      .every(({ lower }, step) => dated[before.end + step] || /^(?:in|for|on)$/.test(lower));
  if (!isTo && (!isFrom || before.family === 'money')) return null;
  return { ...base(numeral), unit: before.unit, family: before.family, confidence: sureOf(numeral, 0.75) };
}
