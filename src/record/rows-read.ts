/** Reads rows of data sets out of the database: hundreds of thousands at once, in as few and as large pieces as can be. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FigureRow, Row } from '../datasets/row.js';
import { orderOf } from './order.js';
import { rowsOf } from './sql.js';

/** Rows in one piece of JSON: to hand over each by itself takes longer than to read it. */
const AT_ONCE = 5000;

/** Every row for which a condition holds, as it was kept. */
export async function readRows(connection: DuckDBConnection, condition: string, values: string[] = []): Promise<Row[]> {
  const pieces = await rowsOf(
    connection,
    `SELECT '[' || string_agg(row, ',') || ']' AS piece FROM rows WHERE ${condition} GROUP BY rowid // ${AT_ONCE}`,
    values,
  );
  return pieces.flatMap(({ piece }) => JSON.parse(String(piece)) as Row[]);
}

/** What stands between the values of several rows in one text; no text of a row holds it, or the rows are read one by one. */
const BETWEEN = '\x1f';

const SHARED = ['measure', 'from', 'to', 'unit', 'source', 'url'] as const;
const OWN = ['reporter', 'partner', 'note'] as const;
const SHAPE = JSON.stringify({
  ...Object.fromEntries([...SHARED, ...OWN].map(field => [field, 'VARCHAR'])),
  value: 'DOUBLE',
});

/**
 * Every figure for which a condition holds. The database takes the rows apart and puts together those that are alike but
 * for countries and value: a table of eight thousand flows comes as five texts and not as eight thousand.
 *
 * @returns those of a data set, measure and period together, in the order of their ids.
 */
export async function readFigures(connection: DuckDBConnection, condition: string): Promise<FigureRow[]> {
  const together = (field: string, value: string) =>
    `string_agg(coalesce(${value}, ''), chr(${BETWEEN.charCodeAt(0)})) AS own_${field}`;
  const found = await rowsOf(
    connection,
    `SELECT dataset, ${SHARED.map(field => `figure."${field}" AS "${field}"`).join(', ')},
       ${OWN.map(field => together(field, `figure."${field}"`)).join(', ')}, ${together('id', 'id')},
       list(figure.value) AS amounts
     FROM (SELECT id, dataset, from_json(row, '${SHAPE}') AS figure FROM rows WHERE kind = 'figure' AND ${condition})
     GROUP BY ALL`,
  );
  const tables = found.map(tableOf);
  if (tables.some(table => table === null)) {
    const rows = (await readRows(connection, `kind = 'figure' AND ${condition}`)) as FigureRow[];
    return rows.sort(byId);
  }
  return (tables as FigureRow[][])
    .sort(([one], [other]) => orderOf(keyOf(one!), keyOf(other!)) || byId(one!, other!))
    .flat();
}

/** The rows of one table, or `null` where a text of theirs holds what should stand between them. */
function tableOf(found: Record<string, unknown>): FigureRow[] | null {
  const [ids, reporters, partners, notes] = ['id', 'reporter', 'partner', 'note'].map(field =>
    String(found[`own_${field}`]).split(BETWEEN),
  ) as [string[], string[], string[], string[]];
  const amounts = found.amounts as number[];
  if ([ids, reporters, partners, notes].some(({ length }) => length !== amounts.length)) return null;
  const { dataset, measure, from, to, unit, source, url } = found as unknown as FigureRow;
  const rows = amounts.map(
    (value, i): FigureRow => ({
      kind: 'figure',
      id: ids[i]!,
      dataset,
      measure,
      reporter: reporters[i]!,
      partner: partners[i] || null,
      ...{ from, to, value, unit, source, url },
      note: notes[i] || null,
    }),
  );
  return isInOrder(rows) ? rows : rows.sort(byId);
}

function isInOrder(rows: FigureRow[]): boolean {
  for (let i = 1; i < rows.length; i++) if (rows[i - 1]!.id > rows[i]!.id) return false;
  return true;
}

function keyOf({ dataset, measure, from, to }: FigureRow): string {
  return [dataset, measure, from, to].join('\n');
}

function byId(one: FigureRow, other: FigureRow): number {
  return orderOf(one.id, other.id);
}
