import { asked } from '$lib/asked';
import { standingWords } from '$lib/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { desk } }) => {
  const { pair, dossier } = await asked(desk.firstPage());
  const { groups, coverage } = await desk.balance(...pair);
  return {
    pair,
    names: dossier.names,
    version: desk.version,
    levers: coverage.of,
    groups: groups.map(({ id, levers }) => ({ id, labels: levers.map(({ label }) => label) })),
    standing: standingWords(dossier),
  };
};
