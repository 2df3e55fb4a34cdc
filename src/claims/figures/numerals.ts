/** Numbers as they are written: 1.28 trillion, 5bn, forty-one, half a million, two-thirds, one in five, twice. */
import type { Piece } from './pieces.js';
import { figureVocabulary, type NumberWordKind } from './vocabulary.js';

export interface Numeral {
  /** First piece, and one past the last. */
  first: number;
  end: number;
  value: number;
  /** `cardinal`: a count or amount; `fraction`: a share; `multiple`: a ratio in one word (twice, doubled). */
  kind: 'cardinal' | 'fraction' | 'multiple';
  /** Written in letters. */
  words: boolean;
  /** What it was multiplied by: 1 for plain numbers, 1e9 for 5bn. */
  scale: number;
  /** The scale could be something else (2m: two metres?), or the words run together oddly. */
  doubtful: boolean;
}

/** The number that begins at a piece, or `null`. */
export function numeralAt(pieces: Piece[], first: number): Numeral | null {
  const piece = pieces[first]!;
  if (piece.kind === 'number') return digitsAt(pieces, first);
  if (piece.kind !== 'word') return null;
  // "a quarter of a million" is a number before it is a share.
  const opensLarge =
    /^(?:an?|half|two|three)$/.test(piece.lower) && partOfLarge(pieces, first) ? wordsAt(pieces, first) : null;
  return (
    opensLarge ??
    ratioAt(pieces, first) ??
    multipleAt(pieces, first) ??
    fractionAt(pieces, first) ??
    wordsAt(pieces, first)
  );
}

function digitsAt(pieces: Piece[], first: number): Numeral | null {
  if (isPartOfName(pieces, first)) return null;
  const value = Number(pieces[first]!.text.replaceAll(',', ''));
  const ratio = ratioAt(pieces, first) ?? multipleAt(pieces, first);
  if (ratio) return ratio;
  let end = first + 1;
  let scale = 1;
  let doubtful = false;
  let extra = 0;
  const next = pieces[end];
  if (next && !next.spaced && next.kind === 'word') {
    const short = wordOf(next, 'short') ?? wordOf(next, 'scale');
    if (short === null) {
      // 5G, 24th, 44am: no number; 1,098km and 2m kW are left to the units.
      if (!isUnitWord(next)) return null;
    } else if (!(isUnitWord(next) && next.text !== 'm')) {
      scale = short;
      end += 1;
      doubtful = next.lower === 'm' || next.lower === 't';
    }
  }
  const fraction = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[pieces[end]?.text ?? ''];
  if (fraction) {
    extra = fraction;
    end += 1;
  } else if (isHalfMore(pieces, end)) {
    extra = 0.5;
    end += 3;
  }
  const scaled = scalesFrom(pieces, end);
  return {
    first,
    end: scaled.end,
    value: round((value + extra) * scale * scaled.scale),
    kind: 'cardinal',
    words: false,
    scale: scale * scaled.scale,
    doubtful,
  };
}

/** "million", "lakh crore", "hundred thousand", " bn" after a number. */
function scalesFrom(pieces: Piece[], from: number): { end: number; scale: number } {
  let end = from;
  let scale = 1;
  for (;;) {
    const piece = pieces[end];
    const hyphened = piece?.text === '-' && pieces[end + 1]?.kind === 'word' ? 1 : 0;
    const word = pieces[end + hyphened];
    if (word?.kind !== 'word') break;
    const value =
      wordOf(word, 'scale') ?? wordOf(word, 'hundred') ?? (word.lower.length > 1 ? wordOf(word, 'short') : null);
    if (value === null || (word.lower === 'score' && scale === 1)) break;
    scale *= value;
    end += hyphened + 1;
  }
  return { end, scale };
}

/** forty-one, one hundred and forty million, a dozen, half a million, three million, a quarter of a million. */
function wordsAt(pieces: Piece[], first: number): Numeral | null {
  let at = first;
  let factor = 1;
  const opening = pieces[at]!.lower;
  const large = partOfLarge(pieces, first);
  if (large === 'none') return null;
  if (large) {
    factor = large.factor;
    at = large.at;
  } else if (opening === 'a' || opening === 'an') {
    at += 1;
    const next = pieces[at];
    if (!next || (wordOf(next, 'scale') === null && wordOf(next, 'hundred') === null)) return null;
  } else if (wordOf(pieces[at]!, 'scale') !== null || wordOf(pieces[at]!, 'hundred') !== null) {
    return null;
  }
  let total = 0;
  let group = 0;
  let scale = 1;
  let seen = at;
  let kind: NumberWordKind | null = null;
  for (;;) {
    let index = seen;
    const joined = pieces[index];
    if (seen > at && (joined?.text === '-' || (joined?.lower === 'and' && kind === 'hundred'))) index += 1;
    const piece = pieces[index];
    if (piece?.kind !== 'word') break;
    const entry = (figureVocabulary().numberWords.get(piece.lower) ?? []).find(({ kind }) => CARDINAL.has(kind));
    if (!entry || !follows(kind, entry.kind)) break;
    if (entry.kind === 'scale') {
      scale = Math.max(scale, entry.value);
      total = group ? total + group * entry.value : (total || 1) * entry.value;
      group = 0;
    } else if (entry.kind === 'hundred') {
      group = (group || 1) * 100;
    } else {
      group += entry.value;
    }
    kind = entry.kind;
    seen = index + 1;
  }
  if (seen === at) return null;
  const value = (total + group) * factor;
  const half = isHalfMore(pieces, seen);
  if (half) {
    const scaled = scalesFrom(pieces, seen + 3);
    return cardinalInWords(first, scaled.end, (value + 0.5) * scaled.scale, scaled.scale * scale);
  }
  const after = pieces[seen];
  if (after?.kind === 'word' && !after.spaced) return null;
  return cardinalInWords(first, seen, value, scale);
}

/**
 * "half a million", "a quarter of a million", "three quarters of a trillion": the part, and where its scale word stands. `none`
 * where a part is not one of a large number, `null` where no part opens.
 */
function partOfLarge(pieces: Piece[], first: number): { factor: number; at: number } | 'none' | null {
  const opening = pieces[first]!.lower;
  const isArticle = opening === 'a' || opening === 'an';
  const counts = /^(?:half|quarter)$/.test(opening) ? 1 : isArticle ? 1 : wordOf(pieces[first]!, 'digit');
  const part =
    opening === 'half' || opening === 'quarter' ? first : pieces[first + 1]?.text === '-' ? first + 2 : first + 1;
  const word = pieces[part];
  const isPart = /^(?:half|quarters?|thirds?)$/.test(word?.lower ?? '');
  if (counts === null || !word || !isPart) return null;
  const article = pieces[part + 1]?.lower === 'of' ? part + 2 : part + 1;
  const scaleWord = pieces[article]?.lower === 'a' ? pieces[article + 1] : undefined;
  if (!scaleWord || wordOf(scaleWord, 'scale') === null) return part === first || isArticle ? 'none' : null;
  return { factor: counts / wordOf(word, 'part')!, at: article + 1 };
}

const CARDINAL = new Set<NumberWordKind>(['digit', 'teen', 'ten', 'hundred', 'scale']);

/** Which kind of number word may stand after which. */
function follows(before: NumberWordKind | null, next: NumberWordKind): boolean {
  if (before === null || before === 'scale') return true;
  if (next === 'scale') return true;
  if (next === 'hundred') return before === 'digit' || before === 'teen';
  if (before === 'ten') return next === 'digit';
  return before === 'hundred';
}

function cardinalInWords(first: number, end: number, value: number, scale: number): Numeral {
  return { first, end, value: round(value), kind: 'cardinal', words: true, scale, doubtful: false };
}

/** a third, one-sixth, nine-tenths, three quarters, half. */
function fractionAt(pieces: Piece[], first: number): Numeral | null {
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
  if (count === 1 && at === first + 1 && !sharesSomething(pieces, at + 1)) return null;
  if (/^(?:a|an|one)$/.test(opening.lower) && isHourOrYear(pieces, at + 1)) return null;
  return { first, end: at + 1, value: count / denominator, kind: 'fraction', words: true, scale: 1, doubtful: false };
}

function halfAt(pieces: Piece[], first: number): Numeral | null {
  const before = pieces[first - 1];
  const next = pieces[first + 1];
  if (next?.text === '-' || before?.text === '-') return null;
  if (before && /^(?:first|second|other|latter|former|and|better|each|a|own|this|last|next)$/.test(before.lower))
    return null;
  if (isHourOrYear(pieces, first + 1) || next?.lower === 'way' || next?.lower === 'past') return null;
  if (next?.lower === 'a' && wordOf(pieces[first + 2] ?? next, 'scale') !== null) return null;
  return { first, end: first + 1, value: 0.5, kind: 'fraction', words: true, scale: 1, doubtful: false };
}

function sharesSomething(pieces: Piece[], at: number): boolean {
  const next = pieces[at];
  if (next === undefined || next.kind === 'sign') return true;
  return /^(?:of|more|less|fewer|higher|lower|larger|smaller|cheaper|off|as|in|on|to|from|since|were|was|are|is|and|went|goes|comes|came)$/.test(
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
function ratioAt(pieces: Piece[], first: number): Numeral | null {
  const small = smallNumber(pieces[first]!);
  if (small === null || pieces[first - 1]?.text === '-') return null;
  let at = first + 1;
  if (pieces[at]?.kind === 'word' && !isRatioWord(pieces[at]!)) {
    if (
      !/s$|people|men|women/.test(pieces[at]!.lower) ||
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
  return { first, end: at + 1, value: small / large, kind: 'fraction', words: true, scale: 1, doubtful: false };
}

function isRatioWord(piece: Piece): boolean {
  return piece.lower === 'in' || piece.lower === 'out';
}

function smallNumber(piece: Piece): number | null {
  if (piece.kind === 'number') return /^\d{1,3}$/.test(piece.text) ? Number(piece.text) : null;
  return (
    wordOf(piece, 'digit') ?? wordOf(piece, 'teen') ?? wordOf(piece, 'ten') ?? (piece.lower === 'hundred' ? 100 : null)
  );
}

/** twice, doubled, tenfold. */
function multipleAt(pieces: Piece[], first: number): Numeral | null {
  const piece = pieces[first]!;
  const found = { first, end: first + 1, kind: 'multiple', words: true, scale: 1, doubtful: false } as const;
  if (piece.lower === 'twice' || piece.lower === 'thrice') return { ...found, value: piece.lower === 'twice' ? 2 : 3 };
  const fold = /^(\p{L}+)fold$/u.exec(piece.lower)?.[1];
  const times =
    fold &&
    figureVocabulary()
      .numberWords.get(fold)
      ?.find(({ kind }) => CARDINAL.has(kind));
  if (times) return { ...found, value: times.value };
  const after = pieces[first + 1];
  const number = /^\d\.\d+$/.test(piece.text) ? Number(piece.text) : smallNumber(piece);
  if (number !== null && after?.lower === 'fold') return { ...found, end: first + 2, value: number };
  if (number !== null && after?.text === '-' && pieces[first + 2]?.lower === 'fold')
    return { ...found, end: first + 3, value: number };
  const value = wordOf(piece, 'multiple');
  if (value === null) return null;
  const isVerb =
    /(?:ed|ing)$/.test(piece.lower) ||
    piece.token?.upos === 'VERB' ||
    /^(?:to|will|would|could|can|may|might|must|should)$/.test(pieces[first - 1]?.lower ?? '');
  const compares = after && /^(?:the|that|what|its|their|his|her|last|this|those|from|to|as|in)$/.test(after.lower);
  return isVerb || compares ? { ...found, value } : null;
}

/** "and a half". */
function isHalfMore(pieces: Piece[], at: number): boolean {
  return pieces[at]?.lower === 'and' && pieces[at + 1]?.lower === 'a' && pieces[at + 2]?.lower === 'half';
}

/** F-16, Su-35, G7, Resolution 2231, No. 10, under-20: digits that are a name. */
function isPartOfName(pieces: Piece[], first: number): boolean {
  const piece = pieces[first]!;
  const before = pieces[first - 1];
  if (!before) return false;
  if (!piece.spaced) {
    if (before.kind === 'word') {
      if (before.text.length > 3 || !isSign(before.text) || figureVocabulary().names.has(before.lower)) return true;
      // P15.3 billion and K5,000 are money, the P5 and the K2 names.
      return before.text.length === 1 && !isLarge(pieces, first);
    }
    if (before.text === '-' || before.text === '–' || before.text === '/' || before.text === '#') {
      const far = pieces[first - 2];
      if (before.text === '/' && far?.kind === 'number') return true;
      return !before.spaced && far?.kind === 'word' && wordOf(far, 'short') === null && !isUnitWord(far);
    }
    if (/^[.:+]$/.test(before.text)) return true;
  }
  const word = before.text === '.' ? pieces[first - 2] : before;
  return (
    word?.kind === 'word' &&
    figureVocabulary().names.has(word.lower) &&
    (word.lower !== 'no' || before.text === '.' || word.text === 'No')
  );
}

/** A scale behind it, a thousand or more, or cents: what a sum of money looks like. */
function isLarge(pieces: Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    /,|\.\d\d$/.test(pieces[at]!.text) ||
    (next?.kind === 'word' && (wordOf(next, 'scale') ?? wordOf(next, 'short')) !== null) ||
    Number(pieces[at]!.text) >= 200
  );
}

function isSign(text: string): boolean {
  return figureVocabulary().signs.has(text);
}

function isUnitWord(piece: Piece): boolean {
  const { units } = figureVocabulary();
  return units.has(piece.text) || units.has(piece.lower) || figureVocabulary().money.has(piece.lower);
}

function wordOf(piece: Piece, kind: NumberWordKind): number | null {
  return (
    figureVocabulary()
      .numberWords.get(piece.lower)
      ?.find(entry => entry.kind === kind)?.value ?? null
  );
}

/** 0.1 + 0.2 and 1.1 * 1e6 leave tails of binary arithmetic that nobody wrote. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
