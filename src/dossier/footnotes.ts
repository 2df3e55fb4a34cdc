import type { EvidenceRef } from '../evidence.js';
import { amountWords, dayWords } from './words.js';

/** The notes of a document: the same evidence has the same number wherever it is named. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly all: EvidenceRef[][] = [];

  /** The number of the note for these pieces of evidence, from 1 on; `null` where there are none. */
  cite(refs: EvidenceRef[]): number | null {
    if (!refs.length) return null;
    const pieces = [...new Map(refs.map(ref => [idOf(ref), ref])).values()];
    const key = pieces.map(idOf).join('\n');
    const number = this.#numbers.get(key) ?? this.all.push(pieces);
    this.#numbers.set(key, number);
    return number;
  }
}

/** A piece of evidence in one line: what the row says and who published it, or the sentence and where it stands. */
export function refText(ref: EvidenceRef): string {
  if (ref.kind === 'row') {
    return plain(`${ref.label}: ${amountWords(ref.value, ref.unit)}. ${ref.source}${ref.url ? `, ${ref.url}` : ''}`);
  }
  const where = [ref.publisher, ref.title, ref.date && dayWords(ref.date)].filter(Boolean).join(', ') || ref.article;
  const also = ref.also ? `; also ${ref.also.join(', ')}` : '';
  return plain(`“${ref.text}” ${where}${also}`);
}

/** Text of articles as one line without control characters, which could move the cursor of a terminal. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** A sentence is one piece of evidence, however much was read in it. */
function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : `${ref.article} ${ref.start}`;
}
