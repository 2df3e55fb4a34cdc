/** What the record and the shipped rows say together about a pair. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventRow, FigureRow, Row } from '../datasets/row.js';
import type { Country, Day } from '../reading.js';
import { knownBy } from './as-of.js';
import { decidedClaims, type Resolved } from './decisions/apply.js';
import type { Evidence } from './evidence.js';
import { articlesSearched, claimsAbout } from './kept.js';
import { makeLedger } from './ledger/ledger.js';
import { orderOf } from './order.js';
import { restOfWorld } from './rest-of-world.js';
import { readFigures, readRows } from './rows-read.js';
import { shippedRows } from './shipped.js';

/**
 * The shipped rows, those of the record in the place of shipped ones of the same id. Of the record's own only the tables
 * are in it that measures need of all countries: what is about single countries, and flows of the known data sets. Events
 * and other figures of two countries, of which there may be millions, are read for a pair when it is asked about.
 */
export interface KnownRows {
  figures: FigureRow[];
  events: EventRow[];
  /** The rows of pairs that were asked about last, and the list of figures with them. */
  pairs: Map<string, Promise<PairRows>>;
}

interface PairRows {
  figures: FigureRow[];
  events: EventRow[];
}

/** How many pairs' rows are kept at hand. */
const PAIRS_KEPT = 8;

/** The rows that are needed whole: figures of one country, and those of two in any data set but tables of one's own. */
const WHOLE_TABLES = `(dataset <> 'figures' OR len(countries) < 2)`;

/** Reads the record's whole tables and lays them over the shipped rows. */
export async function knownRows(connection: DuckDBConnection): Promise<KnownRows> {
  const figures = await readFigures(connection, WHOLE_TABLES);
  const shipped = shippedRows();
  return {
    figures: figures.length ? replacing(restOfWorld(shipped.figures, figures), figures) : shipped.figures,
    events: shipped.events,
    pairs: new Map(),
  };
}

/**
 * The evidence of a pair: the rows, and the claims of kept articles about either country, as people left them.
 *
 * @param asOf what was known by that day: articles published by then, rows about what was over by then.
 */
export async function evidence(
  connection: DuckDBConnection,
  known: KnownRows,
  decided: Resolved,
  [a, b]: [Country, Country],
  asOf: Day | null,
): Promise<Evidence> {
  const rows = knownBy(withAdded(await rowsOfPair(connection, known, a, b), decided.rows, a, b), asOf);
  const claims = decidedClaims(await claimsAbout(connection, a, b, asOf), decided, [a, b]);
  return {
    standing: 'record',
    ...rows,
    claims,
    ledger: makeLedger(claims, rows.events, decided.ledger),
    articles: await articlesSearched(connection, asOf),
  };
}

function withAdded(rows: PairRows, added: EventRow[], a: Country, b: Country): PairRows {
  const theirs = added.filter(row => [row.a, row.b].some(country => country === a || country === b));
  return theirs.length ? { ...rows, events: [...rows.events, ...theirs] } : rows;
}

/** The figures of all and of the pair, and the pair's events; the same lists while nothing is imported. */
async function rowsOfPair(connection: DuckDBConnection, known: KnownRows, a: Country, b: Country): Promise<PairRows> {
  const key = [a, b].sort().join();
  let rows = known.pairs.get(key);
  if (!rows) {
    rows = readPair(connection, known, a, b);
    known.pairs.set(key, rows);
    // A reading that fails is not kept.
    rows.catch(() => known.pairs.delete(key));
    const oldest = known.pairs.keys().next().value;
    if (known.pairs.size > PAIRS_KEPT && oldest !== undefined) known.pairs.delete(oldest);
  }
  return rows;
}

async function readPair(connection: DuckDBConnection, known: KnownRows, a: Country, b: Country): Promise<PairRows> {
  const own = await readRows(
    connection,
    `(list_contains(countries, $1) OR list_contains(countries, $2)) AND NOT (kind = 'figure' AND ${WHOLE_TABLES})`,
    [a, b],
  );
  const figures = own.filter(row => row.kind === 'figure');
  const isTheirs = (row: EventRow) => [row.a, row.b].some(country => country === a || country === b);
  return {
    figures: figures.length ? replacing(known.figures, inOrder(figures)) : known.figures,
    events: replacing(known.events, inOrder(own.filter(row => row.kind === 'event'))).filter(isTheirs),
  };
}

/** The shipped rows but those that own ones take the place of, and then these, in the order they come. */
function replacing<R extends Row>(shipped: R[], own: R[]): R[] {
  const ids = new Set(shipped.map(row => row.id));
  const replaced = new Set(own.flatMap(({ id }) => (ids.has(id) ? id : [])));
  return [...(replaced.size ? shipped.filter(({ id }) => !replaced.has(id)) : shipped), ...own];
}

function inOrder<R extends Row>(rows: R[]): R[] {
  return rows.sort((x, y) => orderOf(x.id, y.id));
}
