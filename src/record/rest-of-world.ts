import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';

const REST = 'ROW';

/** Where less than this share of the rest is left, it was rounding. */
const LEAST_LEFT = 0.001;

/**
 * The shipped figures beside those of a record. The shipped tables hold some economies and the rest of the world as
 * one, `ROW`; where a record has rows of an economy that was in the rest, its part is taken out of the rest, so that
 * nothing counts twice. What falls to nothing leaves no row.
 *
 * An economy counts as taken out once the record has its trade in the same data set and period; its GDP then leaves the
 * rest's GDP as well.
 */
export function restOfWorld(shipped: FigureRow[], own: FigureRow[]): FigureRow[] {
  const listed = new Map<string, Set<Country>>();
  const rests = shipped.filter(row => row.reporter === REST || row.partner === REST);
  const periods = new Set(rests.map(periodOf));
  for (const row of shipped) if (periods.has(periodOf(row))) partiesIn(listed, periodOf(row), row);
  const parts = partsOf(own, listed);
  if (parts.size === 0) return shipped;
  return shipped.flatMap(row => {
    const part = row.reporter === REST || row.partner === REST ? parts.get(keyOf(row)) : undefined;
    if (part === undefined) return [row];
    const left = row.value - part;
    return left > LEAST_LEFT * row.value ? [{ ...row, value: left }] : [];
  });
}

/** How much of each rest the record's own rows hold: by the key of the row of the rest. */
function partsOf(own: FigureRow[], listed: Map<string, Set<Country>>): Map<string, number> {
  const taken = new Map<string, Set<Country>>();
  const period = periodsInTurn();
  const isNew = (row: FigureRow, country: Country | null): country is Country =>
    country !== null && country !== REST && listed.get(period(row))?.has(country) === false;
  const parts = new Map<string, number>();
  const take = (row: FigureRow, reporter: Country, partner: Country | null) => {
    const key = keyOf({ ...row, reporter, partner });
    parts.set(key, (parts.get(key) ?? 0) + row.value);
  };
  for (const row of own) {
    if (row.partner === null || row.reporter === REST || row.partner === REST) continue;
    const [sells, buys] = [isNew(row, row.reporter), isNew(row, row.partner)];
    if (!sells && !buys) continue;
    const year = row.from.slice(0, 4);
    if (!taken.has(year)) taken.set(year, new Set());
    if (sells) taken.get(year)!.add(row.reporter);
    if (buys) taken.get(year)!.add(row.partner);
    // Trade inside the rest is no row of the shipped table.
    if (sells !== buys) take(row, sells ? REST : row.reporter, buys ? REST : row.partner);
  }
  for (const row of own) {
    if (row.partner === null && taken.get(row.from.slice(0, 4))?.has(row.reporter) && isNew(row, row.reporter)) {
      take(row, REST, null);
    }
  }
  return parts;
}

function partiesIn(listed: Map<string, Set<Country>>, period: string, { reporter, partner }: FigureRow): void {
  let countries = listed.get(period);
  if (!countries) listed.set(period, (countries = new Set()));
  countries.add(reporter);
  if (partner !== null) countries.add(partner);
}

/** The key of a row's period: rows mostly come with others of theirs, and are asked about it several times. */
function periodsInTurn(): (row: FigureRow) => string {
  let [last, key]: [FigureRow | null, string] = [null, ''];
  const isOfLast = (row: FigureRow) =>
    last !== null &&
    last.from === row.from &&
    last.measure === row.measure &&
    last.dataset === row.dataset &&
    last.to === row.to &&
    last.unit === row.unit;
  return row => {
    if (!isOfLast(row)) [last, key] = [row, periodOf(row)];
    return key;
  };
}

/** What must be alike for rows to be parts of one whole. */
function periodOf({ dataset, measure, from, to, unit }: FigureRow): string {
  return [dataset, measure, from, to, unit].join('\n');
}

function keyOf(row: FigureRow): string {
  return [periodOf(row), row.reporter, row.partner ?? ''].join('\n');
}
