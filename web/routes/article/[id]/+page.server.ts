import { error } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { evidenceSays } from '$lib/evidence-says';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { desk } }) => {
  const article = await asked(desk.article(params.id));
  if (!article) error(404, 'No article of this id is in the record.');
  return { article, names: countryNames(desk), says: await evidenceSays(desk, article) };
};
