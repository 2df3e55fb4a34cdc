import type { DuckDBConnection } from '@duckdb/node-api';
import { sha256Of } from '../article/article.js';
import type { Row } from '../datasets/row.js';
import type { Reading } from '../reading.js';
import { faultsOfStories } from './copies/stories.js';
import { orderOf } from './order.js';
import { type KeptPair, lotsOf } from './pages.js';
import { rowsOf } from './sql.js';

/**
 * Hashes of what was kept, spans inside their text, every reading with its article, every claim of a reading among the
 * claims and no other, every row under its own id, every article in the index of words, every line of the log a decision.
 */
export async function verify(connection: DuckDBConnection, unreadable: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  const ofClaims: string[] = [];
  for await (const lot of lotsOf(connection)) {
    faults.push(...lot.flatMap(faultsOf));
    ofClaims.push(...(await faultsOfClaims(connection, lot)));
  }
  const orphans = await rowsOf(
    connection,
    'SELECT DISTINCT article FROM claims WHERE article NOT IN (SELECT sha256 FROM articles) ORDER BY article',
  );
  return [
    ...faults,
    ...orphans.map(row => `${row.article}: claims without their article`),
    ...ofClaims,
    ...(await faultsOfRows(connection)),
    ...(await faultsOfIndex(connection)),
    ...(await faultsOfStories(connection)),
    ...unreadable.map(line => `decisions.jsonl:${line}: this line is no decision`),
  ];
}

async function faultsOfClaims(connection: DuckDBConnection, lot: KeptPair[]): Promise<string[]> {
  const found = await rowsOf(
    connection,
    'SELECT article, list(id ORDER BY id) AS ids FROM claims WHERE article BETWEEN $1 AND $2 GROUP BY article',
    [lot[0]!.sha256, lot.at(-1)!.sha256],
  );
  const kept = new Map(found.map(({ article, ids }) => [String(article), ids as string[]]));
  return lot.flatMap(({ sha256, reading }) => {
    if (!reading) return [];
    const read = (JSON.parse(String(reading.reading)) as Reading).claims.map(({ id }) => id).sort(orderOf);
    const same = JSON.stringify([...(kept.get(sha256) ?? [])].sort(orderOf)) === JSON.stringify(read);
    return same ? [] : [`${sha256.slice(0, 16)}: the claims are not those of the reading`];
  });
}

async function faultsOfIndex(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf(
    connection,
    'SELECT a.sha256 FROM articles a ANTI JOIN slots s ON s.article = a.sha256 ORDER BY a.sha256',
  );
  return found.map(({ sha256 }) => `${String(sha256).slice(0, 16)}: search does not find it`);
}

async function faultsOfRows(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf(connection, 'SELECT id, row FROM rows ORDER BY id');
  return found.flatMap(({ id, row }) =>
    (JSON.parse(String(row)) as Row).id === id ? [] : [`${id}: a row of another id`],
  );
}

function faultsOf({ sha256: hash, article: row, reading: kept }: KeptPair): string[] {
  if (!row) return ['a reading without its article'];
  const name = hash.slice(0, 16);
  if (!kept) return [`${name}: an article without its reading`];
  const original = row.original as Uint8Array;
  const reading = JSON.parse(String(kept.reading)) as Reading;
  const { text, sha256, length } = reading.document;
  const spans = [...reading.sentences, ...reading.mentions, ...reading.times, ...reading.claims];
  const faults = [
    sha256Of(original) !== row.original_sha256 && 'the kept bytes are not those that were added',
    sha256Of(text) !== row.sha256 && 'the text is not the one that was read',
    row.container === 'text' && !holds(original, text) && 'the text differs from the kept bytes',
    sha256 !== row.sha256 && 'the reading names another text',
    spans.some(({ start, end }) => start < 0 || end > length || start > end) && 'a span lies outside the text',
  ];
  return faults.filter(fault => fault !== false).map(fault => `${name}: ${fault}`);
}

/** Are these the bytes of the text, or those of a file with a byte order mark before it? */
function holds(original: Uint8Array, text: string): boolean {
  const encoding = original[0] === 0xff ? 'utf-16le' : original[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const written = new TextDecoder(encoding, { ignoreBOM: true }).decode(original);
  return written === text || written === `\ufeff${text}`;
}
