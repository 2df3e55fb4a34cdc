import { type DuckDBConnection, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api';

/** The rows a query gives, as plain objects. */
export async function rowsOf(connection: DuckDBConnection, sql: string, values: DuckDBValue[] = []) {
  return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
}

/** Rows that go to the database in one statement. */
const AT_ONCE = 2000;

/**
 * Inserts rows of text, many in a statement.
 *
 * @param into what stands before the values: `INSERT INTO claims`.
 * @param columns for each column the SQL that makes its value of the text in `cell`; a column of countries takes them with
 *   blanks between.
 */
export async function insertAll(
  connection: DuckDBConnection,
  into: string,
  columns: string[],
  rows: string[][],
): Promise<void> {
  const cells = columns.map((_, i) => `unnest($${i + 1}) AS cell_${i}`).join(', ');
  const values = columns.map((column, i) => column.replaceAll('cell', `cell_${i}`)).join(', ');
  const sql = `${into} SELECT ${values} FROM (SELECT ${cells})`;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    await connection.run(
      sql,
      columns.map((_, i) => listValue(some.map(row => row[i]!))),
      columns.map(() => LIST(VARCHAR)),
    );
  }
}

/** SQL for the list of words in a cell. */
export const WORDS = `list_filter(string_split(cell, ' '), word -> word <> '')`;
