import { asked } from '$lib/asked';
import { citationOf } from '$lib/cite';
import { standingWords } from '$lib/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk, standalone } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const dossier = await asked(desk.dossier(a, b));
  const title = `${dossier.names.join(' and ')}: dossier`;
  return {
    dossier,
    citation: standalone ? null : citationOf(title, url.origin + url.pathname, standingWords(dossier), desk.version),
  };
};
