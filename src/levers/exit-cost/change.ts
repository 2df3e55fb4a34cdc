import { WrongUse } from '../../errors.js';
import type { Country } from '../../reading.js';
import type { World } from './world.js';

/** A change of what it costs to sell from one country to another; countries and sectors by their place in the world. */
export interface CostChange {
  exporter: number;
  importer: number;
  /** Default: every sector. */
  sector?: number;
  /** What the buyer pays for the same goods over what it paid before: 1.25 with a quarter more, `Infinity` where trade ends. */
  cost: number;
  /** Who gets what the buyer pays above the seller's price (or pays what it is below): nobody where it is not given. */
  revenue?: number;
}

/**
 * What happens to the trade between two sides. `end`: none is left. `tariff`: the buyer's state takes so many percent of
 * the seller's price and spends them. `cost`: trade costs so many percent more, which nobody gets: red tape, detours.
 * `discount`: the seller's country lets goods go for so many percent less and bears that.
 */
export type WhatIf = { kind: 'end' } | { kind: 'tariff' | 'cost' | 'discount'; percent: number };

/** Which flows change, seen from the first side. */
export type Direction = 'both' | 'exports' | 'imports';

/**
 * The changes between one country and one or several others.
 *
 * @param sectors names of those that change; default all.
 * @throws WrongUse where a country or sector is not in the world, a side is on both sides, or a percentage is none.
 */
export function changesBetween(
  world: World,
  country: Country,
  others: readonly Country[],
  options: { whatIf?: WhatIf; direction?: Direction; sectors?: readonly string[] } = {},
): CostChange[] {
  const { whatIf = { kind: 'end' }, direction = 'both', sectors } = options;
  const i = placeOf(world, country);
  const places = sectors?.map(name => sectorPlace(world, name)) ?? [undefined];
  return others.flatMap(other => {
    const j = placeOf(world, other);
    if (i === j) throw new WrongUse(`exit cost needs two countries: both are ${country}`);
    return places.flatMap(sector => [
      ...(direction === 'imports' ? [] : [changeOf(whatIf, i, j, sector)]),
      ...(direction === 'exports' ? [] : [changeOf(whatIf, j, i, sector)]),
    ]);
  });
}

function changeOf(whatIf: WhatIf, exporter: number, importer: number, sector: number | undefined): CostChange {
  const flow = { exporter, importer, ...(sector !== undefined && { sector }) };
  if (whatIf.kind === 'end') return { ...flow, cost: Number.POSITIVE_INFINITY };
  const { kind, percent } = whatIf;
  if (!(percent >= 0) || !Number.isFinite(percent) || (kind === 'discount' && percent >= 100)) {
    throw new WrongUse(`a ${kind} of ${percent} percent is none`);
  }
  if (kind === 'discount') return { ...flow, cost: 1 - percent / 100, revenue: exporter };
  return { ...flow, cost: 1 + percent / 100, ...(kind === 'tariff' && { revenue: importer }) };
}

function placeOf({ countries }: World, country: Country): number {
  const place = countries.indexOf(country);
  if (place < 0) throw new WrongUse(`there is no trade or GDP of ${country} in the table`);
  return place;
}

function sectorPlace({ sectors }: World, name: string): number {
  const place = sectors.findIndex(sector => sector.name === name);
  if (place >= 0) return place;
  const names = sectors.map(sector => sector.name);
  throw new WrongUse(
    sectors.length === 1
      ? `there is no sector "${name}": the table of trade does not tell sectors apart`
      : `there is no sector "${name}" in the table of trade; there are ${names.join(', ')}`,
  );
}
