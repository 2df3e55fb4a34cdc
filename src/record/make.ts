import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Makes an empty database that appears under its name only when it is whole: a process that dies on the way leaves a
 * file of its own beside it, which the next one clears away. Where another process was quicker, its database stays.
 *
 * @param sql what makes the tables.
 * @param settings of the database while it is made.
 */
export async function makeDatabase(file: string, sql: string, settings: Record<string, string>): Promise<void> {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  clearLeft(file);
  const unfinished = `${file}.${process.pid}`;
  try {
    const instance = await DuckDBInstance.create(unfinished, settings);
    try {
      const connection = await instance.connect();
      await connection.run(`BEGIN; ${sql} COMMIT; CHECKPOINT;`);
      connection.closeSync();
    } finally {
      instance.closeSync();
    }
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    for (const name of [unfinished, `${unfinished}.wal`]) rmSync(name, { force: true });
  }
}

/** Removes what processes that are gone were making. */
export function clearLeft(file: string): void {
  const folder = dirname(file);
  const names = readdirSync(folder).filter(name => name.startsWith(`${basename(file)}.`));
  for (const name of names) {
    const maker = /\.(\d+)(?:\.wal)?$/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(folder, name), { force: true });
  }
}

/** Is there a process of this number? */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
