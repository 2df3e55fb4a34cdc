/** Where a reader came from, so that a decision leads back there; only ever a page of our own. */

/** @returns path, question and place of a page of ours; `fallback` where the words name anything else. */
export function wayBack(asked: string | null, fallback: string): string {
  if (!asked || !/^\/(?!\/)/.test(asked) || /[\\\u0000-\u001f]/.test(asked)) return fallback;
  const own = new URL('http://own.invalid');
  const url = new URL(asked, own);
  if (url.origin !== own.origin) return fallback;
  url.searchParams.delete('decided');
  return url.pathname + url.search + url.hash;
}

/** The pair a page is about, by its address. */
export function pairIn(path: string): [string, string] | null {
  const [, a, b] = /^\/(?:pair|balance)\/([A-Z]{3})-([A-Z]{3})(?:[/?#]|$)/.exec(path) ?? [];
  return a && b ? [a, b] : null;
}

/** The same page with word of what was decided: the banner that shows how the verdict moved. */
export function backWith(back: string, decision: string, pair: [string, string] | null): string {
  const url = new URL(back, 'http://own.invalid');
  url.searchParams.set('decided', decision);
  if (pair && !pairIn(url.pathname)) url.searchParams.set('of', pair.join('-'));
  return url.pathname + url.search + url.hash;
}
