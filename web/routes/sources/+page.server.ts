import { asked } from '$lib/asked';
import { pairAsked } from '$lib/pairs-asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { desk } }) => {
  const given = url.searchParams.get('pair');
  const [a, b] = given ? await pairAsked(desk, given) : (await desk.firstPage()).pair;
  return { sources: await asked(desk.sources(a, b)), isAll: url.searchParams.get('outlets') === 'all' };
};
