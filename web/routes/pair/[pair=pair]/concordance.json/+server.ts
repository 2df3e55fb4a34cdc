import { error } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { concordanceAsked } from '$lib/chronology-asked';
import { ANSWERED, partJson } from '$lib/paged';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, url, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  const wanted = await concordanceAsked(url.searchParams, ANSWERED);
  if (!wanted) error(400, 'Which phrase? Add ?phrase= with the words.');
  const concordance = await asked(desk.concordance(a, b, wanted));
  return partJson(url, wanted, concordance.found, concordance);
};
