import { error, json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { pairAsked } from '$lib/pairs-asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { desk } }) => {
  const given = url.searchParams.get('pair');
  if (!given) error(400, 'Of which pair? Add ?pair=CHN-RUS.');
  const [a, b] = await pairAsked(desk, given);
  return json(await asked(desk.sources(a, b)));
};
