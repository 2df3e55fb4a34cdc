/** Long lists are given in pages that say how many there are in all, and where the next page is: nothing is cut silently. */
import { error } from '@sveltejs/kit';

/** The most that one answer holds of a list as JSON. */
export const MOST = 1000;
/** How much of a list a page shows, and an answer as JSON, unless it is asked for otherwise. */
export const SHOWN = 50;
export const ANSWERED = 100;

/** Which part of a list is meant: `?offset=100&limit=50`. */
export interface Part {
  offset: number;
  limit: number;
}

/** The part an address asks for; an answer that says why where it asks for none that can be. */
export function partAsked(asked: URLSearchParams, usual: number): Part {
  return {
    offset: wholeNumber(asked, 'offset', 0, Number.MAX_SAFE_INTEGER, 0),
    limit: wholeNumber(asked, 'limit', 1, MOST, usual),
  };
}

function wholeNumber(asked: URLSearchParams, name: string, least: number, most: number, usual: number): number {
  const text = asked.get(name);
  if (text === null || text === '') return usual;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  error(
    400,
    `${name} is a whole number from ${least} to ${most === Number.MAX_SAFE_INTEGER ? 'as many as there are' : most}.`,
  );
}

/** The addresses of the parts before and after; `null` where there are none. */
export function neighbours(
  url: URL,
  { offset, limit }: Part,
  found: number,
): { previous: string | null; next: string | null } {
  return {
    previous: offset > 0 ? at(url, Math.max(0, offset - limit)) : null,
    next: offset + limit < found ? at(url, offset + limit) : null,
  };
}

function at(url: URL, offset: number): string {
  const search = new URLSearchParams(url.searchParams);
  if (offset) search.set('offset', String(offset));
  else search.delete('offset');
  return url.pathname + (search.size ? `?${search}` : '');
}

/** A part of a list as JSON: `next` stands in it and in the head (RFC 8288), so that no reader takes it for the whole. */
export function partJson<T extends object>(url: URL, part: Part, found: number, content: T): Response {
  const { previous, next } = neighbours(url, part, found);
  const links = [next && `<${next}>; rel="next"`, previous && `<${previous}>; rel="prev"`].filter(link => link);
  return new Response(JSON.stringify({ ...content, next }), {
    headers: { 'content-type': 'application/json', ...(links.length && { link: links.join(', ') }) },
  });
}
