import { error, json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { pairsAsked } from '$lib/pairs-asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { desk } }) => {
  const pairs = await pairsAsked(desk, url.searchParams.get('pairs'));
  if (!pairs.length) error(400, 'Which pairs? Add ?pairs=CHN-RUS,CHN-IND.');
  return json(await asked(desk.comparison(pairs)));
};
