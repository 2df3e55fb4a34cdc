import { articlesPart } from '$lib/articles-part';
import { neighbours, partAsked, SHOWN } from '$lib/paged';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { desk } }) => {
  const part = partAsked(url.searchParams, SHOWN);
  const { found, articles } = await articlesPart(desk, part);
  return { part, found, articles, ...neighbours(url, part, found) };
};
