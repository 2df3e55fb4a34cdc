import { asked } from '$lib/asked';
import { chronologyAsked, concordanceAsked } from '$lib/chronology-asked';
import { citationOf } from '$lib/cite';
import { countryNames } from '$lib/country-names';
import { neighbours, SHOWN } from '$lib/paged';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const wanted = await chronologyAsked(url.searchParams, SHOWN);
  const phrase = await concordanceAsked(url.searchParams, SHOWN);
  const chronology = await asked(desk.chronology(a, b, wanted));
  const concordance = phrase ? await asked(desk.concordance(a, b, phrase)) : null;
  const { found } = concordance ?? chronology;
  const what = concordance ? `“${concordance.asked.phrase}”` : 'chronology';
  return {
    chronology,
    concordance,
    /** As they were written, for the form. */
    written: { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' },
    search: url.search,
    names: countryNames(desk),
    ...neighbours(url, wanted, found),
    citation: citationOf(`${chronology.names.join(' and ')}: ${what}`, url.href, `${found} found`, desk.version),
  };
};
