/** What the address of a search asks for. */
import { daysAsked } from '$upperhand/dossier/day-asked.js';
import type { SearchQuery } from '$upperhand/record/search/query.js';
import { asked } from './asked';
import { type Part, partAsked } from './paged';

const LONGEST = 400;

/** `null` where nothing is asked for that could be found. */
export async function searchAsked(search: URLSearchParams, usual: number): Promise<(SearchQuery & Part) | null> {
  const phrases = phrasesIn(search.get('q') ?? '');
  const actors = given(search, 'actor');
  const kinds = given(search, 'kind');
  const [from, to] = await asked((async () => [daysAsked(search.get('from')), daysAsked(search.get('to'))])());
  const part = partAsked(search, usual);
  if (phrases.length + actors.length + kinds.length === 0) return null;
  const outlet = search.get('outlet')?.trim().slice(0, LONGEST) || null;
  return { phrases, actors, kinds, from: from?.from ?? null, to: to?.to ?? null, outlet, ...part };
}

/** Words one by one, and what stands in quotation marks in one piece: `visit "old friend"`. */
export function phrasesIn(text: string): string[] {
  const pieces = text.slice(0, LONGEST).split(/["“”„«»]/);
  // What stands at an odd place stood between two marks; of an unclosed one, the rest.
  return pieces
    .flatMap((piece, index) => (index % 2 ? [piece.trim()] : piece.split(/\s+/)))
    .filter(piece => /[\p{L}\p{N}]/u.test(piece));
}

function given(search: URLSearchParams, name: string): string[] {
  return search
    .getAll(name)
    .map(value => value.trim().slice(0, LONGEST))
    .filter(value => /[\p{L}\p{N}]/u.test(value));
}
