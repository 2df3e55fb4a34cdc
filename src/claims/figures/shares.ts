/** Shares: a third, three quarters, half, one in five, four bottles in five, two out of three. */
import { type Numeral, smallNumber, wordOf } from './numeral.js';
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

/** a third, one-sixth, nine-tenths, three quarters, half. */
export function fractionAt(pieces: Piece[], first: number): Numeral | null {
  const opening = pieces[first]!;
  if (opening.lower === 'half') return halfAt(pieces, first);
  const count =
    opening.lower === 'a' || opening.lower === 'an' ? 1 : (wordOf(opening, 'digit') ?? wordOf(opening, 'teen'));
  if (count === null) return null;
  const at = pieces[first + 1]?.text === '-' ? first + 2 : first + 1;
  const part = pieces[at];
  const denominator = part?.kind === 'word' ? wordOf(part, 'part') : null;
  if (denominator === null || denominator <= count) return null;
  // "a third country", "a fifth day": an ordinal unless it is plainly a share.
  if (count === 1 && at === first + 1 && (!sharesSomething(pieces, at + 1) || isOneMore(pieces, first, part!)))
    return null;
  if (/^(?:a|an|one)$/.test(opening.lower) && isHourOrYear(pieces, at + 1)) return null;
  return {
    first,
    end: at + 1,
    value: count / denominator,
    kind: 'fraction',
    words: true,
    scale: 1,
    doubtful: null,
    scaleInDoubt: null,
  };
}

/** "buy three jets and lease a fourth,": one more of the same, where no verb of change stands before it. */
function isOneMore(pieces: Piece[], first: number, part: Piece): boolean {
  const next = pieces[pieces.indexOf(part) + 1];
  const verb = pieces[first - 1]?.token;
  const { directions } = figureVocabulary();
  return (
    part.lower !== 'quarter' &&
    (next?.kind ?? 'sign') === 'sign' &&
    verb?.upos === 'VERB' &&
    !directions.has(verb.lemma.toLowerCase()) &&
    !directions.has(verb.form.toLowerCase())
  );
}

function halfAt(pieces: Piece[], first: number): Numeral | null {
  const before = pieces[first - 1];
  const next = pieces[first + 1];
  if (next?.text === '-' || before?.text === '-') return null;
  if (before && /^(?:first|second|other|latter|former|and|better|each|a|own|this|last|next)$/.test(before.lower))
    return null;
  if (isHourOrYear(pieces, first + 1) || next?.lower === 'way' || next?.lower === 'past') return null;
  if (next?.lower === 'a' && wordOf(pieces[first + 2] ?? next, 'scale') !== null) return null;
  return {
    first,
    end: first + 1,
    value: 0.5,
    kind: 'fraction',
    words: true,
    scale: 1,
    doubtful: null,
    scaleInDoubt: null,
  };
}

function sharesSomething(pieces: Piece[], at: number): boolean {
  const next = pieces[at];
  if (next === undefined || next.kind === 'sign') return true;
  return /^(?:of|more|less|fewer|below|above|higher|lower|larger|smaller|cheaper|off|as|in|on|to|from|since|were|was|are|is|and|went|goes|comes|came)$/.test(
    next.lower,
  );
}

/** "half an hour", "a quarter of a century". */
function isHourOrYear(pieces: Piece[], at: number): boolean {
  const words = pieces.slice(at, at + 3).map(({ lower }) => lower);
  return words.some(
    (word, index) =>
      /^(?:hour|century|decade|year|term|time|mile|day|dozen)$/.test(word) &&
      words.slice(0, index).every(before => /^(?:an?|of|-)$/.test(before)),
  );
}

/** one in five, four bottles in five, two out of three, one in every five. */
export function ratioAt(pieces: Piece[], first: number): Numeral | null {
  const small = smallNumber(pieces[first]!);
  if (small === null || pieces[first - 1]?.text === '-') return null;
  let at = first + 1;
  if (pieces[at]?.kind === 'word' && !isRatioWord(pieces[at]!)) {
    // "one Finn in four": one of them is singular.
    const isOne = small === 1 && /^(?:NOUN|PROPN|ADJ)$/.test(pieces[at]!.token?.upos ?? '');
    if (
      (!isOne && !/s$|people|men|women/.test(pieces[at]!.lower)) ||
      /^(?:times|years?|months|days|hours|others)$/.test(pieces[at]!.lower)
    )
      return null;
    at += 1;
  }
  if (pieces[at]?.lower === 'out' && pieces[at + 1]?.lower === 'of') at += 2;
  else if (pieces[at]?.lower === 'in') at += 1;
  else return null;
  if (pieces[at]?.lower === 'every') at += 1;
  const large = pieces[at] ? smallNumber(pieces[at]!) : null;
  if (large === null || large <= small || large > 100 || (large > 12 && large % 5 !== 0)) return null;
  const after = pieces[at + 1];
  if (
    after &&
    /^(?:times|years?|months?|weeks?|days?|hours?|per|%|million|billion|hundred|thousand|-)$/.test(after.lower)
  )
    return null;
  return {
    first,
    end: at + 1,
    value: small / large,
    kind: 'fraction',
    words: true,
    scale: 1,
    doubtful: null,
    scaleInDoubt: null,
  };
}

function isRatioWord(piece: Piece): boolean {
  return piece.lower === 'in' || piece.lower === 'out';
}
