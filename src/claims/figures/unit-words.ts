/** The words of a unit, found where they begin. */
import type { Piece } from './pieces.js';
import { figureVocabulary, type Unit } from './vocabulary.js';

/** The unit whose words begin at a piece, and one past its last piece: the longest of up to three pieces, or `null`. */
export function unitFrom(pieces: Piece[], from: number): { unit: Unit; end: number } | null {
  const { units } = figureVocabulary();
  for (let length = 3; length > 0; length -= 1) {
    const words = pieces.slice(from, from + length);
    if (words.length < length) continue;
    const written = words.map((piece, index) => (index > 0 && piece.spaced ? ` ${piece.text}` : piece.text)).join('');
    const unit =
      units.get(written) ??
      (/[A-Z]/.test(written) && length === 1 && written.length < 3 ? undefined : units.get(written.toLowerCase()));
    if (unit) return { unit, end: from + length };
  }
  return null;
}
