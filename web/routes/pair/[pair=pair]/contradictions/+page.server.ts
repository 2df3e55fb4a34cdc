import { asked } from '$lib/asked';
import { citationOf } from '$lib/cite';
import { countryNames } from '$lib/country-names';
import { neighbours, partAsked, SHOWN } from '$lib/paged';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const part = partAsked(url.searchParams, SHOWN);
  const all = await asked(desk.contradictions(a, b));
  const names = countryNames(desk);
  const title = `${names[a] ?? a} and ${names[b] ?? b}: where sources differ`;
  return {
    pair: [a, b] as [string, string],
    names: [names[a] ?? a, names[b] ?? b],
    part,
    found: all.length,
    contradictions: all.slice(part.offset, part.offset + part.limit),
    ...neighbours(url, part, all.length),
    citation: citationOf(title, url.href, `${all.length} found`, desk.version),
  };
};
