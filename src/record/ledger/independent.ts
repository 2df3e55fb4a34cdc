import type { KeptClaim } from '../kept-claim.js';

/**
 * How many reports of one event are independent of each other. Several claims of one article are one report, and so are
 * articles that are copies of one story or tell it in the same sentence.
 */
export function independentReports(claims: readonly KeptClaim[]): number {
  const groups = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = groups.get(root); next !== undefined && next !== root; next = groups.get(root)) root = next;
    return root;
  };
  for (const { article, sentence, story } of claims) {
    const keys = [`a ${article.id}`, `s ${plainText(sentence.text)}`, ...(story === undefined ? [] : [`c ${story}`])];
    for (const key of keys) if (!groups.has(key)) groups.set(key, key);
    for (const key of keys.slice(1)) {
      const [one, other] = [rootOf(keys[0]!), rootOf(key)];
      if (one !== other) groups.set(other, one);
    }
  }
  return new Set(claims.map(({ article }) => rootOf(`a ${article.id}`))).size;
}

/** The words alone: copies differ in quotation marks and line breaks. */
function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
