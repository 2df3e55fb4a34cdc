import { readFileSync } from 'node:fs';
import { countryNamed } from '../actors/pair.js';
import { BadInput, WrongUse } from '../errors.js';
import type { Direction, WhatIf } from '../levers/exit-cost/change.js';
import { ELASTICITY, exitCostRange } from '../levers/exit-cost/elasticities.js';
import type { Deficits } from '../levers/exit-cost/equilibrium.js';
import { coalitionCost, type ExitCostOptions, partnerCosts } from '../levers/exit-cost/exit-cost.js';
import { elasticitiesOfTable, type NamedText, worldOfFiles } from '../levers/exit-cost/files.js';
import { exitCostText, partnerCostsText } from '../levers/exit-cost/text.js';
import type { World } from '../levers/exit-cost/world.js';
import type { Country } from '../reading.js';
import { withDesk } from './desk.js';
import { json, print } from './print.js';

interface Options {
  trade?: string;
  gdp?: string;
  elasticity?: number;
  elasticities?: string;
  deficits: Deficits;
  direction: Direction;
  sectors?: string;
  tariff?: number;
  cost?: number;
  discount?: number;
  coalition?: string;
  allPartners?: boolean;
  range?: boolean;
  record: string;
  json?: boolean;
}

/** `upperhand exit-cost`: what ending trade, or making it dearer or cheaper, does to each side, in percent of real spending. */
export async function exitCost(a: string, b: string | undefined, options: Options): Promise<number> {
  const { deficits, direction, sectors } = options;
  const world = worldOfFiles(tableOf(options.trade), tableOf(options.gdp));
  const model: ExitCostOptions = {
    elasticity: elasticityOf(world, options),
    deficits,
    direction,
    whatIf: whatIfOf(options),
    ...(sectors && { sectors: sectors.split(',').map(name => name.trim()) }),
  };
  if (options.allPartners) {
    if (b !== undefined || options.coalition) throw new WrongUse('--all-partners goes with one country');
    const country = countryIn(world, a);
    const partners = partnerCosts(world, country, model);
    await print(options.json ? json({ country, partners }, 2) : partnerCostsText(country, partners, model.whatIf));
    return 0;
  }
  const [country, others] = await sidesOf(world, a, b, options);
  const solve = (elasticity: number) => coalitionCost(world, country, others, { ...model, elasticity });
  const result = coalitionCost(world, country, others, model);
  const range = options.range ? exitCostRange(solve) : null;
  await print(
    options.json
      ? json({ ...result, ...(range && { range }) }, 2)
      : exitCostText(country, others, result, { ...model, range }),
  );
  return 0;
}

/** The country, and whoever is on the other side: another country, a list, or all who sanction it by the record. */
async function sidesOf(
  world: World,
  a: string,
  b: string | undefined,
  { coalition, record }: Options,
): Promise<[Country, Country[]]> {
  const country = countryIn(world, a);
  if (coalition === undefined) {
    if (b === undefined) throw new WrongUse('exit cost needs another country, --coalition or --all-partners');
    return [country, [countryIn(world, b)]];
  }
  if (b !== undefined) throw new WrongUse('--coalition stands in the place of the other country: name one country');
  if (coalition !== SANCTIONING) return [country, coalition.split(',').map(name => countryIn(world, name.trim()))];
  const found = await withDesk({ record }, desk => desk.sanctioners(country));
  // Who is not in the tables has no trade in them to end.
  const trading = found.map(({ country }) => country).filter(code => world.countries.includes(code));
  if (trading.length === 0) throw new BadInput(`nobody who has set sanctions on ${country} is on record`);
  return [country, trading];
}

/** The word that stands for all who have set sanctions on a country by what is on record. */
const SANCTIONING = 'sanctioning';

/** A code that the table has is taken as it is: tables may have economies of their own, such as ROW. */
function countryIn({ countries }: World, name: string): Country {
  return countries.includes(name) ? name : countryNamed(name);
}

function whatIfOf({ tariff, cost, discount }: Options): WhatIf {
  const asked = (['tariff', 'cost', 'discount'] as const).flatMap(kind => {
    const percent = { tariff, cost, discount }[kind];
    return percent === undefined ? [] : [{ kind, percent }];
  });
  if (asked.length > 1) throw new WrongUse('give one of --tariff, --cost and --discount');
  return asked[0] ?? { kind: 'end' };
}

function elasticityOf(world: World, { elasticity, elasticities, range }: Options): number | number[] {
  if (!elasticities) return elasticity ?? ELASTICITY;
  if (elasticity !== undefined || range) throw new WrongUse('--elasticities goes without --elasticity and --range');
  return elasticitiesOfTable(world, tableOf(elasticities)!);
}

function tableOf(file: string | undefined): NamedText | null {
  if (!file) return null;
  try {
    return { name: file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new BadInput(`${file}: the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
