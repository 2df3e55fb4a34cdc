import type { Evidence } from '../record/evidence.js';
import { countWords, periodWords } from './words.js';

/** What an answer stands on, in a sentence. */
export function standingWords({ standing, articles }: Pick<Evidence, 'standing' | 'articles'>): string {
  if (standing === 'shipped rows') {
    return 'There is no record here: this stands on the rows that ship with Upperhand alone.';
  }
  if (articles.count === 0) return 'This stands on the rows of the record; no article is in it yet.';
  const days = articles.earliest && articles.latest ? `, ${periodWords(articles.earliest, articles.latest)}` : '';
  const copies = articles.copies
    ? ` (and ${articles.copies === 1 ? 'a copy' : `${articles.copies} copies`} of them)`
    : '';
  return `This stands on the record: ${countWords(articles.count, 'article')}${copies}${days}, and the rows in it.`;
}
