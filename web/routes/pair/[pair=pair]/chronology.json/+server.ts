import { asked } from '$lib/asked';
import { chronologyAsked } from '$lib/chronology-asked';
import { ANSWERED, partJson } from '$lib/paged';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, url, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  const wanted = await chronologyAsked(url.searchParams, ANSWERED);
  const chronology = await asked(desk.chronology(a, b, wanted));
  return partJson(url, wanted, chronology.found, chronology);
};
