import { asked } from '$lib/asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  return { dossier: await asked(desk.dossier(a, b)) };
};
