/** A part of the kept articles, the latest first; those of unknown day come last. */
import type { Desk } from '$upperhand/desk.js';
import type { KeptArticle } from '$upperhand/record/record.js';
import type { Part } from './paged';

export async function articlesPart(
  desk: Desk,
  { offset, limit }: Part,
): Promise<{ found: number; articles: KeptArticle[] }> {
  const all = await desk.articles();
  const dated = all.filter(({ date }) => date.earliest !== null).reverse();
  const latest = [...dated, ...all.filter(({ date }) => date.earliest === null)];
  return { found: all.length, articles: latest.slice(offset, offset + limit) };
}
