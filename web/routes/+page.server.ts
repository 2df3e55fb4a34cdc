import { asked } from '$lib/asked';
import { excerptOf } from '$lib/excerpt';
import type { PageServerLoad } from './$types';

/** How many pairs stand ready as links. */
const LISTED = 10;

export const load: PageServerLoad = async ({ locals: { desk } }) => {
  const { pair, dossier, example, articles } = await asked(desk.firstPage());
  return {
    pair,
    names: dossier.names,
    verdict: dossier.verdict,
    standing: dossier.standing,
    articleCount: dossier.articles,
    excerpt: example && excerptOf(example),
    articles,
    largest: desk.largestPairs(LISTED),
    countries: desk.countries().toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  };
};
