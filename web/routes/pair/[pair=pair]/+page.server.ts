import { asked } from '$lib/asked';
import { citationOf } from '$lib/cite';
import { sinceAsked } from '$lib/since-asked';
import { standingWords } from '$lib/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk, standalone } }) => {
  const since = await sinceAsked(url.searchParams);
  const [a, b] = params.pair.split('-') as [string, string];
  const dossier = await asked(desk.dossier(a, b));
  const title = `${dossier.names.join(' and ')}: dossier`;
  return {
    dossier,
    contradictions: await asked(desk.contradictions(a, b)),
    changes: since && (await asked(desk.changes(a, b, since))),
    /** As it was written, for the form. */
    since: url.searchParams.get('since') ?? '',
    citation: standalone ? null : citationOf(title, url.origin + url.pathname, standingWords(dossier), desk.version),
  };
};
