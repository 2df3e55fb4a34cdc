import { asked } from '$lib/asked';
import { movementChart } from '$lib/movement-chart';
import { movementOf } from '$lib/movement-of';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const { movement, names } = await movementOf(desk, params.pair);
  const balance = await asked(desk.balance(a, b, { robustness: true }));
  return { movement, names, balance, chart: movementChart(movement, names), countries: desk.countries() };
};
