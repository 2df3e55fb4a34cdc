/** A kept article read again: the new reading takes the place of the old one, which is kept beside it. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Claim, Reading } from '../reading.js';
import { insertReadings } from './keep.js';
import type { ChangedClaim, ReadingChange } from './reading-change.js';
import { rowsOf } from './sql.js';

/** Articles that another version of the reader has read, by hash. */
export async function articlesOfOtherReaders(connection: DuckDBConnection, version: string): Promise<string[]> {
  const found = await rowsOf(connection, 'SELECT article FROM readings WHERE reader_version <> $1 ORDER BY article', [
    version,
  ]);
  return found.map(({ article }) => String(article));
}

/**
 * Puts a new reading in the place of the one that is kept.
 *
 * @returns what it changed; `null` where no article of that hash is kept.
 */
export async function replaceReading(
  connection: DuckDBConnection,
  reading: Reading,
  readerVersion: string,
): Promise<ReadingChange | null> {
  const { sha256 } = reading.document;
  const [kept] = await rowsOf(connection, 'SELECT reader_version, reading FROM readings WHERE article = $1', [sha256]);
  if (!kept) return null;
  const former = JSON.parse(String(kept.reading)) as Reading;
  // What the record calls the article, and when it was published, are not for a reader to change.
  const { id, title, publisher, url, date } = former.document;
  const known = date.basis === 'given' || date.basis === 'metadata' ? { date } : {};
  const document = { ...reading.document, id, title, publisher, url, ...known };
  const now = { ...reading, document };
  const change = {
    article: sha256.slice(0, 16),
    title,
    before: String(kept.reader_version),
    ...differences(former, now),
  };
  // Read again by the same reader with the same result: there is nothing to keep beside it.
  if (kept.reader_version === readerVersion && JSON.stringify(now) === kept.reading) return change;
  await connection.run(
    `INSERT INTO former_readings
     SELECT $1, coalesce((SELECT max(number) FROM former_readings WHERE article = $1), 0) + 1, $2, $3`,
    [sha256, String(kept.reader_version), String(kept.reading)],
  );
  await connection.run('DELETE FROM claims WHERE article = $1', [sha256]);
  await connection.run('DELETE FROM readings WHERE article = $1', [sha256]);
  await insertReadings(connection, [{ reading: now, readerVersion }]);
  const day = now.document.date;
  await connection.run('UPDATE articles SET date = $2, earliest = $3, latest = $4, basis = $5 WHERE sha256 = $1', [
    ...[sha256, day.value, day.earliest, day.latest, day.basis],
  ]);
  return change;
}

/** What one reading has that another of the same text has not. Claims are the same by kind and place. */
export function differences(
  before: Reading,
  after: Reading,
): Pick<ReadingChange, 'lost' | 'gained' | 'changed' | 'same'> {
  const open = new Map<string, Claim[]>();
  for (const claim of before.claims) open.set(placeOf(claim), [...(open.get(placeOf(claim)) ?? []), claim]);
  const gained: ChangedClaim[] = [];
  const changed: ReadingChange['changed'] = [];
  let same = 0;
  for (const claim of after.claims) {
    const there = open.get(placeOf(claim)) ?? [];
    const former = there.find(one => fieldsApart(one, claim).length === 0) ?? there[0];
    if (!former) {
      gained.push(shown(claim, after));
      continue;
    }
    there.splice(there.indexOf(former), 1);
    const fields = fieldsApart(former, claim);
    if (fields.length === 0) same++;
    else changed.push({ ...shown(claim, after), fields });
  }
  return { lost: [...open.values()].flat().map(claim => shown(claim, before)), gained, changed, same };
}

function placeOf({ kind, start, end }: Claim): string {
  return `${kind} ${start} ${end}`;
}

/** Ids and links name other claims, which are compared by themselves; a confidence is no content. */
function fieldsApart(one: Claim, other: Claim): string[] {
  const fields = Object.keys(other).filter(field => !['id', 'links', 'confidence'].includes(field));
  return fields.filter(
    field => JSON.stringify(one[field as keyof Claim]) !== JSON.stringify(other[field as keyof Claim]),
  );
}

function shown({ id, kind, start, end }: Claim, { document }: Reading): ChangedClaim {
  return { id, kind, start, end, text: document.text.slice(start, end) };
}
