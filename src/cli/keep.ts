import { readFile } from 'node:fs/promises';
import { countWords } from '../count-words.js';
import { DATASETS } from '../datasets/datasets.js';
import { BadInput, RecordUnusable, UserError, WrongUse } from '../errors.js';
import { READER_VERSION } from '../read.js';
import { openRecord } from '../record/open.js';
import type { EvidenceRecord } from '../record/record.js';
import type { InputFormat } from './input.js';
import { json, plain, print } from './print.js';
import { eachReading } from './read.js';

/** `upperhand add`: keeps each article with its reading; the same text again is nothing new. */
export async function add(
  files: string[],
  options: { inputFormat: InputFormat; date?: string; jobs: number; record: string; json?: boolean },
): Promise<number> {
  // The record is opened by the first article that can be read, so that bad input makes none.
  let record: EvidenceRecord | null = null;
  try {
    return await eachReading(files, options, async ({ name, article, container, original }, reading) => {
      record ??= await openRecord(options.record, { create: true });
      const { id, added } = await record.add({ article, container, original, reading, readerVersion: READER_VERSION });
      const { date, title } = reading.document;
      const line = { id, added, name, title, date, sentences: reading.sentences.length, claims: reading.claims.length };
      await print(options.json ? json(line) : plain(added ? told(line) : `${id}  already kept: ${name}`));
    });
  } finally {
    await (record as EvidenceRecord | null)?.close();
  }
}

/** `upperhand import`: keeps the rows of a data set, all or none. */
export async function importRows(
  file: string,
  options: { dataset: string; record: string; codes?: string; json?: boolean },
): Promise<number> {
  const dataset = DATASETS.find(({ name }) => name === options.dataset);
  if (!dataset) {
    const names = DATASETS.map(({ name, describes }) => `${name} (${describes})`).join('; ');
    throw new WrongUse(`unknown data set "${options.dataset}"; known are: ${names}`);
  }
  const { codes } = options;
  const rows = dataset.rowsOf(await textOf(file), file, codes ? { text: await textOf(codes), name: codes } : undefined);
  return withRecord(options.record, { create: true }, async record => {
    const result = await record.importRows(rows);
    await print(
      options.json
        ? json(result)
        : `${countWords(result.rows, 'row')} read, ${result.added.toLocaleString('en-US')} of them new`,
    );
    return 0;
  });
}

/** `upperhand export`: the whole record, one JSON object a line. */
export async function exportRecord(options: { record: string }): Promise<number> {
  return withRecord(options.record, {}, async record => {
    for (const line of await record.exportLines()) await print(line);
    return 0;
  });
}

/** `upperhand verify`: what is wrong with the record. @throws RecordUnusable where anything is. */
export async function verify(options: { record: string; json?: boolean }): Promise<number> {
  return withRecord(options.record, {}, async record => {
    const faults = await record.verify();
    const { length } = await record.articles();
    if (options.json) await print(json({ articles: length, faults }));
    else for (const fault of faults) await print(plain(fault));
    if (faults.length > 0) throw new RecordUnusable(`${options.record}: ${countWords(faults.length, 'fault')} found`);
    if (!options.json) await print(`${countWords(length, 'article')}: all hashes, spans and references hold`);
    return 0;
  });
}

/** Opens a record for some work and closes it whatever comes. */
export async function withRecord<T>(
  folder: string,
  options: { create?: boolean },
  work: (record: EvidenceRecord) => Promise<T>,
): Promise<T> {
  const record = await openRecord(folder, options);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new BadInput(`${file}: the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function told(line: {
  id: string;
  name: string;
  title: string | null;
  date: { value: string | null; earliest: string | null; latest: string | null; basis: string };
  sentences: number;
  claims: number;
}): string {
  const { value, earliest, latest, basis } = line.date;
  const day = value ?? (earliest || latest ? `${earliest ?? '…'} to ${latest ?? '…'}` : 'no date');
  return `${line.id}  ${line.title ?? line.name}\n  ${day} (${basis}), ${countWords(line.sentences, 'sentence')}, ${countWords(line.claims, 'claim')}`;
}
