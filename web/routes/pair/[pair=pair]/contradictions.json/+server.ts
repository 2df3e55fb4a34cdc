import { asked } from '$lib/asked';
import { ANSWERED, partAsked, partJson } from '$lib/paged';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const part = partAsked(url.searchParams, ANSWERED);
  const all = await asked(desk.contradictions(a, b));
  const contradictions = all.slice(part.offset, part.offset + part.limit);
  return partJson(url, part, all.length, { found: all.length, contradictions });
};
