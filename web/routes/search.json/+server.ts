import { error } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { ANSWERED, partJson } from '$lib/paged';
import { searchAsked } from '$lib/search-asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { desk } }) => {
  const query = await searchAsked(url.searchParams, ANSWERED);
  if (!query) error(400, 'Search for what? Give ?q= with words, ?actor= or ?kind=.');
  const result = await asked(desk.search(query));
  if (!result) error(404, 'There is no record to search.');
  return partJson(url, query, result.found, result);
};
