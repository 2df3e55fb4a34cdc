/** What the record and the shipped rows say together about a pair. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventRow, FigureRow, Row } from '../datasets/row.js';
import type { Country } from '../reading.js';
import type { Evidence } from './evidence.js';
import { articles, claimsAbout } from './kept.js';
import { orderOf } from './order.js';
import { restOfWorld } from './rest-of-world.js';
import { shippedRows } from './shipped.js';
import { rowsOf } from './sql.js';

/** All rows: the shipped ones, those of the record in the place of shipped ones of the same id. */
export interface KnownRows {
  figures: FigureRow[];
  events: EventRow[];
}

/** Reads the record's rows and lays them over the shipped ones. */
export async function knownRows(connection: DuckDBConnection): Promise<KnownRows> {
  const own = (await rowsOf(connection, 'SELECT row FROM rows')).map(row => JSON.parse(String(row.row)) as Row);
  const shipped = shippedRows();
  if (own.length === 0) return shipped;
  const figures = own.filter(row => row.kind === 'figure');
  const events = own.filter(row => row.kind === 'event');
  return {
    figures: replacing(restOfWorld(shipped.figures, figures), figures),
    events: replacing(shipped.events, events),
  };
}

/** The evidence of a pair: the rows, and the claims of kept articles about either country. */
export async function evidence(
  connection: DuckDBConnection,
  { figures, events }: KnownRows,
  a: Country,
  b: Country,
): Promise<Evidence> {
  const claims = await claimsAbout(connection, a, b);
  const list = await articles(connection);
  const days = list
    .flatMap(({ date }) => [date.earliest, date.latest])
    .filter(day => day !== null)
    .sort();
  return {
    standing: 'record',
    figures,
    events: events.filter(row => [row.a, row.b].some(country => country === a || country === b)),
    claims,
    articles: { count: list.length, earliest: days[0] ?? null, latest: days.at(-1) ?? null },
  };
}

function replacing<R extends Row>(shipped: R[], own: R[]): R[] {
  const replaced = new Set(own.map(row => row.id));
  return [...shipped.filter(row => !replaced.has(row.id)), ...own.sort((x, y) => orderOf(x.id, y.id))];
}
