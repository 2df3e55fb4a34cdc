import { join } from 'node:path';

/** The file of a record inside its folder. */
export const databaseFile = (folder: string): string => join(folder, 'record.duckdb');

/** A database file begins with three headers of this many bytes in all, then blocks follow. */
export const HEADERS = 3 * 4096;
