import { json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  return json(await asked(desk.balance(a, b)));
};
