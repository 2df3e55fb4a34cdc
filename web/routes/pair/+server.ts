import { redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import type { RequestHandler } from './$types';

/** Where the form of two countries leads: to the pair's own address. */
export const GET: RequestHandler = async ({ url, locals: { desk } }) => {
  const [a, b] = await asked(
    (async () => desk.pair(url.searchParams.get('a') ?? '', url.searchParams.get('b') ?? ''))(),
  );
  redirect(303, `/pair/${a}-${b}`);
};
