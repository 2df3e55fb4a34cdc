import { join } from 'node:path';

/** The file of a record inside its folder. */
export const databaseFile = (folder: string): string => join(folder, 'record.duckdb');
