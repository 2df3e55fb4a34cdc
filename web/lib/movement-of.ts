import { error } from '@sveltejs/kit';
import type { Desk } from '$upperhand/desk.js';
import { asked } from './asked';
import { countryNames } from './country-names';
import { movementChart } from './movement-chart';

/** The movement of a pair with the names of the two. */
export async function movementOf(desk: Desk, address: string) {
  const [a, b] = address.split('-') as [string, string];
  const movement = await asked(desk.movement(a, b));
  const known = countryNames(desk);
  return { movement, names: movement.pair.map(code => known[code] ?? code) as [string, string] };
}

/** Its chart, or the page that says that there is none. */
export async function movementChartOf(desk: Desk, address: string) {
  const { movement, names } = await movementOf(desk, address);
  return movementChart(movement, names) ?? error(404, 'Too few years have a balance for a chart.');
}
