import { error, json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { sinceAsked } from '$lib/since-asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const since = await sinceAsked(url.searchParams);
  if (!since) error(400, 'Since when? Add ?since= with a day.');
  return json(await asked(desk.changes(a, b, since)));
};
