import { redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { pairAsked, pairsAsked } from '$lib/pairs-asked';
import type { PageServerLoad } from './$types';

/** How many pairs are shown where none is asked for: those that trade most. */
const FIRST = 3;

export const load: PageServerLoad = async ({ url, locals: { desk } }) => {
  const pairs = await pairsAsked(desk, url.searchParams.get('pairs'));
  const [a, b] = [url.searchParams.get('a'), url.searchParams.get('b')];
  if (a && b) {
    const all = [...pairs, await pairAsked(desk, `${a}-${b}`)].map(pair => pair.join('-'));
    redirect(303, `/compare?pairs=${[...new Set(all)].join(',')}`);
  }
  const shown = pairs.length ? pairs : desk.largestPairs(FIRST).map(({ pair }) => pair);
  return {
    comparison: await asked(desk.comparison(shown)),
    address: shown.map(pair => pair.join('-')),
    countries: desk.countries().toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  };
};
