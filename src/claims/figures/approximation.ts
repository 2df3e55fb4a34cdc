/** The words that say how exact an amount is: about, almost, more than, less than, up to. */
import type { Approximation } from '../../reading.js';
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

/** What stands before a piece (its own words, skipping an article) or after one. */
export function approximationOf(pieces: Piece[], first: number, end: number): Approximation | null {
  // "10,000-odd troops"
  if (pieces.slice(first + 1, end).some(({ lower }) => lower === 'odd')) return 'about';
  return before(pieces, first) ?? after(pieces, end);
}

function before(pieces: Piece[], first: number): Approximation | null {
  const { approximators } = figureVocabulary();
  let at = first - 1;
  while (at >= 0 && /^(?:a|an|the|only|further|extra|another|record|additional|by|of|to)$/.test(pieces[at]!.lower)) {
    // Only "to" and "of" are passed over that lead from a word of approximation: "close to", "an average of" do not.
    if (/^(?:by|of|to)$/.test(pieces[at]!.lower)) break;
    at -= 1;
  }
  const last = pieces[at];
  if (!last) return null;
  for (const { words, meaning } of approximators.get(last.lower) ?? []) {
    const from = at - words.length + 1;
    // "a war over a $2bn pipeline", "under the 2m deal": a preposition, not a measure of exactness.
    if (PREPOSITIONS.has(words.join(' ')) && at < first - 1 && isMoneyOrDigits(pieces[at + 2])) continue;
    if (words.join(' ') === 'over' && isOverWhat(pieces[from - 1])) continue;
    // "shot up to 212 per cent": a verb of moving with its particle.
    if (words.join(' ') === 'up to' && isMoving(pieces[from - 1])) continue;
    // "is short of 30,000 men" says what is lacking.
    if (
      words[0] === 'short' &&
      /^(?:is|are|was|were|be|been|being|run|ran|runs|running)$/.test(pieces[from - 1]?.lower ?? '')
    )
      continue;
    if (from >= 0 && words.every((word, index) => pieces[from + index]!.lower === word)) return meaning;
  }
  return null;
}

const PREPOSITIONS = new Set(['over', 'under', 'above', 'below', 'around', 'about', 'short of']);

/** "fighting over 2,000 people", "spreads over 9,700 sq km". */
function isOverWhat(piece: Piece | undefined): boolean {
  const { overWhat } = figureVocabulary();
  // "hands over 40 vehicles": the particle of a verb.
  return piece !== undefined && (overWhat.has(piece.lower) || overWhat.has(piece.token?.lemma.toLowerCase() ?? ''));
}

function isMoving(piece: Piece | undefined): boolean {
  const { directions } = figureVocabulary();
  return (
    piece?.lower === 'shot' ||
    (piece?.token?.upos === 'VERB' &&
      (directions.has(piece.lower) ||
        directions.has(piece.token.lemma.toLowerCase()) ||
        /^(?:go|goes|went|gone|push|pushed|take|took|taken|bring|brought|send|sent)$/.test(piece.lower)))
  );
}

function isMoneyOrDigits(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'word';
}

function after(pieces: Piece[], end: number): Approximation | null {
  for (const { words, meaning } of figureVocabulary().afterwards) {
    if (!words.every((word, index) => pieces[end + index]?.lower === word)) continue;
    const next = pieces[end + words.length];
    // "$5bn or more" but not "5bn or more than that".
    if (!next || next.kind === 'sign' || next.lower !== 'than') return meaning;
  }
  return null;
}
