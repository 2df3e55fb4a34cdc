import { asked } from '$lib/asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const flat = url.searchParams.get('weights') === 'flat';
  const [pair, balance] = await Promise.all([
    asked((async () => desk.pair(a, b))()),
    asked(desk.balance(a, b, { flat })),
  ]);
  const names = desk.countries();
  const nameOf = (code: string) => names.find(({ iso3 }) => iso3 === code)?.name ?? code;
  return { pair, names: pair.map(nameOf) as [string, string], balance, flat };
};
