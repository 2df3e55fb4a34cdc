import type { Desk, ReadArticle } from '$upperhand/desk.js';

/** What the evidence says about the pair of an article, for the place where the article's own verdict is shown. */
export interface EvidenceSays {
  pair: [string, string];
  short: string;
  share: number | null;
}

/** @returns `null` for an article that is about no two countries. */
export async function evidenceSays(desk: Desk, { pair }: ReadArticle): Promise<EvidenceSays | null> {
  if (!pair) return null;
  const { share, statement } = await desk.balance(...pair);
  return { pair, short: statement.short, share };
}
