import { getContext, setContext } from 'svelte';
import type { EvidenceRef } from '$upperhand/evidence.js';

/** The evidence a page has cited so far: the same evidence has the same number wherever it is named. */
export class Notes {
  readonly all: { number: number; evidence: EvidenceRef[]; cited: number }[] = [];
  readonly #numbers = new Map<string, number>();

  /** Cites evidence; returns the number of its note, and which citation of it this is. */
  cite(evidence: EvidenceRef[]): { number: number; citation: number } {
    const key = evidence.map(ref => (ref.kind === 'row' ? ref.id : `${ref.article} ${ref.claim}`)).join('\n');
    const number = this.#numbers.get(key) ?? this.all.push({ number: this.all.length + 1, evidence, cited: 0 });
    this.#numbers.set(key, number);
    return { number, citation: ++this.all[number - 1]!.cited };
  }
}

/** Pages are rendered in reading order, so numbers rise down the page and the list of notes comes last. */
export function openNotes(): Notes {
  return setContext(KEY, new Notes());
}

export function pageNotes(): Notes {
  return getContext<Notes>(KEY);
}

const KEY = Symbol('notes');
