import { articlesPart } from '$lib/articles-part';
import { asked } from '$lib/asked';
import { excerptOf } from '$lib/excerpt';
import type { PageServerLoad } from './$types';

/** How many articles are listed here; all are at /articles. */
const LATEST = 8;
/** How many pairs stand ready as links. */
const LISTED = 10;

export const load: PageServerLoad = async ({ locals: { desk } }) => {
  const { pair, dossier, example } = await asked(desk.firstPage());
  const { found, articles } = await articlesPart(desk, { offset: 0, limit: LATEST });
  return {
    pair,
    names: dossier.names,
    verdict: dossier.verdict,
    standing: dossier.standing,
    articleCount: dossier.articles,
    excerpt: example && excerptOf(example),
    articles,
    articleTotal: found,
    largest: desk.largestPairs(LISTED),
    countries: desk.countries().toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  };
};
