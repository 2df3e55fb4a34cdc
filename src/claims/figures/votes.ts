/** How votes went: "voted 93 to 24", "15-0", "and five voted against". */
import type { Numeral } from './numeral.js';
import { numeralAt } from './numerals.js';
import type { Piece } from './pieces.js';
import { base, type Place, type Quantity } from './quantity.js';
import { figureVocabulary } from './vocabulary.js';

/** "voted 93 to 24", "15-0", "138 votes to nine". */
export function votes(place: Place, numeral: Numeral): Quantity | null {
  const { pieces, found } = place;
  if (numeral.scale !== 1) return null;
  const previous = found.at(-1);
  const vote = (fields: Partial<Quantity>): Quantity => ({
    ...base(numeral),
    unit: 'vote',
    family: 'count',
    confidence: 0.85,
    ...fields,
  });
  if (pieces[numeral.first - 1]?.lower === 'to' && previous?.unit === 'vote' && previous.end === numeral.first - 1)
    return vote({});
  if (!isAfterVote(pieces, numeral.first) && !isTally(pieces, numeral)) return null;
  const joint = pieces[numeral.end];
  const against =
    pieces[numeral.end + 1]?.kind === 'number' || pieces[numeral.end + 1]?.kind === 'word'
      ? numeralAt(pieces, numeral.end + 1)
      : null;
  if (!joint || !against) return null;
  if (joint.text === '-' || joint.text === '–') return vote({ end: numeral.end + 2 });
  return joint.lower === 'to' ? vote({}) : null;
}

/** "overrode the veto, 84 to 4", "passed the bill by 51-49": two bare numbers that close a clause on a vote. */
function isTally(pieces: Piece[], { first, end, words }: Numeral): boolean {
  const joint = pieces[end];
  const isJoined = joint?.lower === 'to' || ((joint?.text === '-' || joint?.text === '–') && !joint.spaced);
  if (words || !isJoined || !/^(?:,|by|\()$/.test(pieces[first - 1]?.lower ?? '')) return false;
  const against = pieces[end + 1] ? numeralAt(pieces, end + 1) : null;
  const after = against ? pieces[against.end] : undefined;
  if (against?.scale !== 1 || against.kind !== 'cardinal' || !(after === undefined || /^[.,;)]$/.test(after.text)))
    return false;
  return pieces.slice(Math.max(0, first - 12), first).some(({ lower }) => figureVocabulary().voting.has(lower));
}

/** "voted 93 to 24", "voted by 141 to 7", "a vote of 10 to 4". */
function isAfterVote(pieces: Piece[], at: number): boolean {
  const near = /^(?:by|of)$/.test(pieces[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return /^vote(?:s|d)?$/.test(pieces[near]?.lower ?? '');
}

/** "35 countries abstained and five voted against": who votes is counted, however few. */
export function votersAgain({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  if (!before || !/^(?:country|person)$/.test(before.unit)) return null;
  const verb = pieces[numeral.end]?.lower ?? '';
  if (!figureVocabulary().voterVerbs.has(verb)) return null;
  if (verb === 'against' && (pieces[numeral.end + 1]?.kind ?? 'sign') !== 'sign') return null;
  return { ...base(numeral), unit: before.unit, family: 'count', confidence: 0.7 };
}

/** "by 55 percent to 45": the other side of a vote. */
export function remainder({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  if (before?.unit !== 'percent' || pieces[before.first - 1]?.lower !== 'by' || before.end !== numeral.first - 1)
    return null;
  return pieces[before.end]!.lower === 'to'
    ? { ...base(numeral), unit: 'percent', family: 'share', confidence: 0.7 }
    : null;
}
