/** Whether an amount is the size of a change or a ratio, which way it went, and what it is counted from. */
import type { FigureClaim } from '../../reading.js';
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

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

/** "a third more than", "5% higher", "10% off", "30% growth". */
function comparedAfter(pieces: Piece[], end: number, isShare: boolean): 'up' | 'down' | null {
  const { directions } = figureVocabulary();
  const next = pieces[end];
  if (!next) return null;
  // "200 km off the coast" is no discount.
  if (next.lower === 'off' && !isShare) return null;
  if (/^(?:more|higher|larger|bigger|greater|extra|further|up)$/.test(next.lower)) return 'up';
  if (/^(?:less|fewer|lower|smaller|cheaper|down|off|below)$/.test(next.lower)) return 'down';
  const noun = directions.get(next.lower) ?? (next.token ? directions.get(next.token.lemma.toLowerCase()) : undefined);
  return noun && next.token?.upos === 'NOUN' ? noun : null;
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
    // "rose to 5%", "fell from 5%", "cut its loan to $5bn": a level.
    if (
      /^(?:to|from|at|than|reach|reached|reaching|worth|between|and|or|past|below|above|through|beyond)$/.test(lower) &&
      !isApproximatelyTo(pieces, at)
    )
      return null;
    if (lower === 'by') by = true;
    const direction = directions.get(lower) ?? (token ? directions.get(token.lemma.toLowerCase()) : undefined);
    if (!direction) continue;
    if (isPartOfApproximation(pieces, at)) continue;
    const near = first - at;
    const isOf = pieces.slice(at + 1, first).some(({ lower: word }) => word === 'of');
    if (token?.upos === 'VERB' && (by || near <= 4) && (isShare || by)) return direction;
    if (token?.upos === 'NOUN' && (isOf || by || near === 1)) return direction;
    if (/^(?:up|down)$/.test(lower) && near <= 2) return direction;
    if (by) return direction;
    return null;
  }
  return null;
}

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
    if (!/^(?:than|since|from|on|compared|against|over)$/.test(lower)) continue;
    let from = at + 1;
    while (/^(?:with|to|in)$/.test(pieces[from]?.lower ?? '')) from += 1;
    let to = from;
    while (
      to < pieces.length &&
      to < from + 4 &&
      pieces[to]!.kind !== 'sign' &&
      !/^(?:and|but|as|while|driven|in|to)$/.test(pieces[to]!.lower)
    )
      to += 1;
    return to > from
      ? pieces
          .slice(from, to)
          .map(({ text }) => text)
          .join(' ')
      : null;
  }
  return null;
}
