import { articlesPart } from '$lib/articles-part';
import { ANSWERED, partAsked, partJson } from '$lib/paged';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { desk } }) => {
  const part = partAsked(url.searchParams, ANSWERED);
  const content = await articlesPart(desk, part);
  return partJson(url, part, content.found, content);
};
