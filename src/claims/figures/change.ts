/** Whether an amount is the size of a change or a ratio, which way it went, and what it is counted from. */
import type { FigureClaim } from '../../reading.js';
import type { Piece } from './pieces.js';
import { currenciesNamed, figureVocabulary } from './vocabulary.js';

type Change = NonNullable<FigureClaim['change']>;

const REACH = 8;

/**
 * The change that an amount states: after a verb or noun of change ("fell by 4%", "an increase of about 30 percent"), or before a
 * comparison ("a third more than"). A level that something rose to, or a range of tariffs from one to another, is none.
 */
export function changeAt(pieces: Piece[], first: number, end: number, isShare: boolean): Change | null {
  const direction = comparedAfter(pieces, end, isShare) ?? changedBefore(pieces, first, isShare);
  return direction && { direction, base: baseAfter(pieces, end), from: null };
}

/** What a ratio is counted from: "doubled since 2018", "three times as much as in 1999", "twice the target". */
export function baseOfRatio(pieces: Piece[], end: number): string | null {
  // "doubled its tariff": what was doubled.
  const isComparison =
    /^(?:twice|thrice|times|half|thirds?|quarters?|fifths?|tenths?|\p{L}*fold)$/u.test(pieces[end - 1]!.lower) ||
    isApposition(pieces, end - 1);
  if (!isComparison && !/^(?:last|that|those|what)$/.test(pieces[end]?.lower ?? '')) return baseAfter(pieces, end);
  const next = pieces[end];
  if (next && /^(?:the|that|those|what|its|their|his|her|last)$/.test(next.lower)) {
    const from = /^(?:that|those)$/.test(next.lower) && pieces[end + 1]?.lower === 'of' ? end + 2 : end;
    return phraseFrom(pieces, from);
  }
  const as = pieces.findIndex(({ lower }, at) => at > end && at <= end + 6 && lower === 'as');
  return next?.lower === 'as' && as > 0
    ? phraseFrom(pieces, afterPrepositions(pieces, as + 1))
    : baseAfter(pieces, end);
}

/** "4% of its output, double the target": no verb, since a comma, a form of "be" or an adverb stands before it. */
function isApposition(pieces: Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return (
    /^(?:double|triple|treble|quadruple)$/.test(pieces[at]!.lower) &&
    (before?.kind === 'sign' || /^(?:is|was|are|were|be|nearly|almost|about|roughly)$/.test(before?.lower ?? ''))
  );
}

/** "a third more than", "5% higher", "10% off", "30% growth". */
function comparedAfter(pieces: Piece[], end: number, isShare: boolean): 'up' | 'down' | null {
  const { directions } = figureVocabulary();
  const next = pieces[end];
  if (!next) return null;
  // "200 km off the coast" is no discount.
  if (next.lower === 'off' && !isShare) return null;
  // "then $6.5bn more": some more of the same, not how much more.
  if (/^(?:more|further|extra)$/.test(next.lower) && !isShare && isMoreOfTheSame(pieces, end + 1)) return null;
  if (/^(?:more|higher|larger|bigger|greater|extra|further|up)$/.test(next.lower)) return 'up';
  if (/^(?:less|fewer|lower|smaller|cheaper|down|off|below)$/.test(next.lower)) return 'down';
  const noun = directions.get(next.lower) ?? (next.token ? directions.get(next.token.lemma.toLowerCase()) : undefined);
  return noun && (next.token?.upos === 'NOUN' || /er$/.test(next.lower)) ? noun : null;
}

/** "$6.5bn more.", "$400m more in arms": nothing is compared. */
function isMoreOfTheSame(pieces: Piece[], at: number): boolean {
  const next = pieces[at];
  if ((next?.kind ?? 'sign') === 'sign') return true;
  return /^(?:in|for|to|on)$/.test(next!.lower) && !pieces.slice(at, at + 8).some(({ lower }) => lower === 'than');
}

function changedBefore(pieces: Piece[], first: number, isShare: boolean): 'up' | 'down' | null {
  const { directions } = figureVocabulary();
  let by = false;
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    const { lower, token, kind } = pieces[at]!;
    if (kind === 'sign') {
      // "fell last week, by 2%"
      if (lower === ',' && by) continue;
      if (/^[,%;:().]$/.test(lower)) return null;
      continue;
    }
    // "up by between 5% and 7%"
    if (lower === 'between' && pieces[at - 1]?.lower === 'by') continue;
    // "rose to 5%", "fell from 5%", "cut its loan to $5bn": a level.
    if (
      /^(?:to|from|at|than|short|reach|reached|reaching|worth|between|and|or|past|below|above|through|beyond)$/.test(
        lower,
      ) &&
      !isApproximatelyTo(pieces, at)
    )
      return null;
    // "sank as low as 89.6"
    if (lower === 'as' && /^(?:low|high)$/.test(pieces[at - 1]?.lower ?? '')) return null;
    if (lower === 'by') by = true;
    const direction = directions.get(lower) ?? (token ? directions.get(token.lemma.toLowerCase()) : undefined);
    if (!direction) continue;
    if (isPartOfApproximation(pieces, at)) continue;
    const near = first - at;
    const isOf = pieces.slice(at + 1, first).some(({ lower: word }) => word === 'of');
    if (token?.upos === 'VERB' && (by || near <= 4) && (isShare || by)) return direction;
    if (near === 1 && token?.upos === 'VERB' && MOVES.test(token.lemma.toLowerCase())) return direction;
    if (token?.upos === 'NOUN' && (isOf || by || near === 1)) return direction;
    if (/^(?:up|down)$/.test(lower) && near <= 2) return direction;
    if (by) return direction;
    return null;
  }
  return null;
}

/** "dropped $4.50", "rose 200 points": verbs that have no object, so that the amount is how far. */
const MOVES = /^(?:rise|fall|drop|climb|jump|slip|slide|sink|soar|surge|plunge|tumble|dip|decline|leap|gain)$/;

/** "up to", "close to". */
function isApproximatelyTo(pieces: Piece[], at: number): boolean {
  return (
    (pieces[at]!.lower === 'to' && /^(?:close|up)$/.test(pieces[at - 1]?.lower ?? '')) ||
    (pieces[at]!.lower === 'than' && /^(?:more|less|fewer)$/.test(pieces[at - 1]?.lower ?? ''))
  );
}

/** "makes up", "held up", "shot down": a particle, unless its verb is one of moving. */
function isParticle(pieces: Piece[], at: number): boolean {
  const verb = pieces[at - 1]?.token;
  return (
    verb?.upos === 'VERB' &&
    !/^(?:go|edge|inch|tick|creep|push|drive|nudge|move|pull|bring)$/.test(verb.lemma.toLowerCase())
  );
}

/** Words of change that belong to another phrase. */
function isPartOfApproximation(pieces: Piece[], at: number): boolean {
  // "more than", "up to", and "made up of": no change.
  return (
    /^(?:than|to)$/.test(pieces[at + 1]?.lower ?? '') ||
    (/^(?:up|down)$/.test(pieces[at]!.lower) &&
      (/^(?:of|with)$/.test(pieces[at + 1]?.lower ?? '') || isParticle(pieces, at)))
  );
}

/** The words of what a change is counted from: "than the year before", "since January", "from 2021". */
function baseAfter(pieces: Piece[], end: number): string | null {
  for (let at = end; at < Math.min(pieces.length, end + 6); at += 1) {
    const { lower, kind } = pieces[at]!;
    if (kind === 'sign' || /^(?:and|but|while|as|whereas)$/.test(lower)) return null;
    if (!/^(?:than|since|from|on|compared|against|over|below)$/.test(lower)) continue;
    const from = afterPrepositions(pieces, at + 1);
    if (!isBase(lower, pieces, from)) return null;
    // "weakened 5.6% against the dollar": what it is measured in.
    if (lower === 'against' && isCurrency(pieces, from)) return null;
    return phraseFrom(pieces, from);
  }
  return null;
}

/** "rose 5% on Tuesday", "fell 4% over a decade", "year on year": when it changed, not from what. */
function isBase(preposition: string, pieces: Piece[], from: number): boolean {
  const next = pieces[from]?.lower ?? '';
  if (preposition === 'on')
    return (
      /^(?:a|last|previous)$/.test(next) ||
      isMonth(next) ||
      pieces[from]?.kind === 'number' ||
      (next === 'the' && /^(?:year|same|previous|first|second|third|fourth)$/.test(pieces[from + 1]?.lower ?? ''))
    );
  if (preposition === 'over')
    return (
      /^(?:the|last|previous)$/.test(next) &&
      /^(?:year|quarter|month|previous|same)$/.test(pieces[from + 1]?.lower ?? '')
    );
  // "500 million cubic metres more gas from Russia": where it comes from.
  // "lost 4% under fire from foreign funds": who did it.
  if (preposition === 'from') return isMonth(next) || isLevelOrTime(pieces, from);
  return true;
}

/** "from 2021", "from a year earlier", "from its peak", "from about $5bn". */
function isLevelOrTime(pieces: Piece[], from: number): boolean {
  const { kind, lower, token } = pieces[from] ?? {};
  if (kind !== 'word') return kind !== undefined;
  return (
    token?.upos === 'NUM' ||
    /^(?:an?|the|last|that|this|its|their|what|previous|early|late|mid|pre|zero|about|around|some|nearly|almost|just|only|under|over|more|less|record|virtually|year|spring|summer|autumn|winter|levels?|when)$/.test(
      lower!,
    )
  );
}

function isCurrency(pieces: Piece[], from: number): boolean {
  const isNamed = [from, from + 1, from + 2].some(at => currenciesNamed(pieces[at]?.text ?? ''));
  return isNamed && pieces[from]?.kind === 'word';
}

function isMonth(word: string): boolean {
  return /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(word);
}

function afterPrepositions(pieces: Piece[], at: number): number {
  let from = at;
  while (/^(?:with|to|in|for)$/.test(pieces[from]?.lower ?? '')) from += 1;
  return from;
}

/** Up to five words of a phrase, as they stand in the text. */
function phraseFrom(pieces: Piece[], from: number): string | null {
  let to = from;
  const isClause = pieces[from]?.lower === 'what';
  while (
    to < pieces.length &&
    to < from + 6 &&
    (to === from || isClause || pieces[to]!.token?.xpos !== 'MD') &&
    (pieces[to]!.kind !== 'sign' ||
      /^[$€£¥₹%]$/.test(pieces[to]!.text) ||
      (/^[’']$/.test(pieces[to]!.text) && to > from)) &&
    (!/^(?:and|but|as|while|driven|in|to|after|because|when|with|by|for|on|at)$/.test(pieces[to]!.lower) ||
      (isClause && isYearBehind(pieces, to)))
  )
    to += 1;
  return to > from
    ? pieces
        .slice(from, to)
        .map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text))
        .join('')
    : null;
}

/** "what it gave in 2021" */
function isYearBehind(pieces: Piece[], at: number): boolean {
  return pieces[at]!.lower === 'in' && /^(?:1[5-9]|20)\d\d$/.test(pieces[at + 1]?.text ?? '');
}
