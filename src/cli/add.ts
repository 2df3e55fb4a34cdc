/** `upperhand add`: keeps articles with their readings. */
import { sha256Of } from '../article/article.js';
import { countWords } from '../count-words.js';
import { RecordUnusable } from '../errors.js';
import { READER_VERSION } from '../reader-version.js';
import type { Reading } from '../reading.js';
import { appearanceKey } from '../record/copies/appearances.js';
import { recordExists } from '../record/open.js';
import type { EvidenceRecord } from '../record/record.js';
import { openShared } from '../record/shared.js';
import { type AddReport, reportText } from './add-report.js';
import { publicationDay } from './days.js';
import { filesNamed } from './files.js';
import { type ArticleHanded, documentsIn } from './input.js';
import { inputBytes } from './input-size.js';
import { json, plain, print, tell } from './print.js';
import { progress } from './progress.js';
import { type ReadingOptions, tellFailed, tellIfForeign, worked } from './read.js';
import { withPool } from './reading-pool.js';

/** So many articles, or so many bytes of text, are kept in one transaction; a slow source is kept every second. */
const BATCH_ARTICLES = 200;
const BATCH_BYTES = 8_000_000;
const BATCH_MS = 1000;

/** What became of a document: `reading` is `null` where it is in the record already, text, outlet and all. */
type Outcome = { document: ArticleHanded; reading: Reading | null } | { name: string; error: Error };

/**
 * Keeps each article with its reading; the same text again is nothing new, and is not read again: a run that was
 * interrupted goes on where it was when it is repeated. What goes wrong with one article is told, the rest goes on.
 *
 * @returns 0, or 3 where any document could not be kept.
 */
export async function add(
  files: string[],
  options: ReadingOptions & { record: string; json?: boolean },
): Promise<number> {
  const named = filesNamed(files);
  const known = options.date ? { date: options.date } : {};
  const report: AddReport = { added: 0, known: 0, failed: 0, passedOver: named.passedOver };
  const shown = progress(await inputBytes(named.files));
  // A record that is not there is made by the first article that can be read, so that bad input makes none.
  const folder = new Folder(options.record);
  const kept = new Set(recordExists(options.record) ? await (await folder.open()).appearanceKeys() : []);
  const done = { articles: 0, bytes: 0 };

  async function write(outcomes: Outcome[]): Promise<void> {
    const fresh = outcomes.filter(outcome => 'reading' in outcome && outcome.reading) as Fresh[];
    const results = new Map(fresh.length > 0 ? await keep(await folder.open(), fresh) : []);
    for (const outcome of outcomes) {
      shown.clear();
      const result = results.get(outcome as Fresh);
      if ('error' in outcome || result instanceof Error) {
        report.failed++;
        tellFailed('error' in outcome ? outcome.error : result);
        continue;
      }
      const { document, reading } = outcome;
      const { sha256 } = document.article;
      kept.add(keyOf(document));
      const added = result?.added ?? false;
      report[added ? 'added' : 'known']++;
      if (added) tellIfForeign(document);
      await print(told(result?.id ?? sha256.slice(0, 16), document, added ? reading : null, options.json));
    }
  }

  const batch = new Batch(write);
  try {
    await withPool({ cores: options.jobs, deadline: options.deadline }, async pool => {
      const handed = documentsIn({ files, format: options.inputFormat, known }, pool, named);
      const read = worked(handed, pool, async document =>
        kept.has(keyOf(document)) ? null : pool.ask('read', document.article, document.name),
      );
      for await (const one of read) {
        const failed = 'error' in one;
        await batch.push(failed ? one : { document: one.document, reading: one.done });
        done.articles++;
        done.bytes += failed ? one.size : one.document.size;
        shown.at(done);
      }
      await batch.end();
    });
  } finally {
    shown.clear();
    await batch.stop();
    await folder.close();
  }
  const lines = report.added + report.known + report.failed;
  if (lines > 1 || report.passedOver.size > 0) tell(reportText(report));
  return report.failed > 0 ? 3 : 0;
}

function keyOf({ article, original }: ArticleHanded): string {
  return appearanceKey(article, sha256Of(original));
}

type Fresh = { document: ArticleHanded; reading: Reading };

/** Keeps articles in one transaction; where that fails for a fault in one of them, each in its own. */
async function keep(
  record: EvidenceRecord,
  fresh: Fresh[],
): Promise<[Fresh, { id: string; added: boolean } | Error][]> {
  const toKeep = fresh.map(({ document: { article, container, original }, reading }) => {
    return { article, container, original, reading, readerVersion: READER_VERSION };
  });
  try {
    const results = await record.addAll(toKeep);
    return fresh.map((one, i) => [one, results[i]!]);
  } catch (error) {
    if (error instanceof RecordUnusable && record.owned) throw error;
    if (fresh.length === 1) {
      if (error instanceof RecordUnusable) throw error;
      return [[fresh[0]!, new Error(`${fresh[0]!.document.name}: it could not be kept (${(error as Error).message})`)]];
    }
    const each: [Fresh, { id: string; added: boolean } | Error][] = [];
    for (const one of fresh) each.push(...(await keep(record, [one])));
    return each;
  }
}

/** The line of an article: JSON, or for people. */
function told(id: string, { name, article }: ArticleHanded, reading: Reading | null, asJson = false): string {
  if (!reading) {
    return asJson ? json({ id, added: false, name, title: article.title }) : plain(`${id}  already kept: ${name}`);
  }
  const { title, date } = reading.document;
  const [sentences, claims] = [reading.sentences.length, reading.claims.length];
  if (asJson) return json({ id, added: true, name, title, date, sentences, claims });
  return plain(
    `${id}  ${title ?? name}\n  ${publicationDay(date)} (${date.basis}), ${countWords(sentences, 'sentence')}, ${countWords(claims, 'claim')}`,
  );
}

/** The record, opened when it is first needed. */
class Folder {
  #record: Promise<EvidenceRecord> | null = null;
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }
  open(): Promise<EvidenceRecord> {
    return (this.#record ??= openShared(this.#folder, { create: true }));
  }
  async close(): Promise<void> {
    await this.#record?.then(
      record => record.close(),
      () => undefined,
    );
  }
}

/** Gathers outcomes and writes them together, one lot after the other, while the next are gathered. */
class Batch {
  #outcomes: Outcome[] = [];
  #bytes = 0;
  #writing: Promise<void> = Promise.resolve();
  #busy = false;
  readonly #write: (outcomes: Outcome[]) => Promise<void>;
  readonly #clock: NodeJS.Timeout;

  constructor(write: (outcomes: Outcome[]) => Promise<void>) {
    this.#write = write;
    this.#clock = setInterval(() => this.#busy || this.#flush(), BATCH_MS);
  }

  /** @throws what writing an earlier lot threw. */
  async push(outcome: Outcome): Promise<void> {
    this.#outcomes.push(outcome);
    this.#bytes += 'document' in outcome ? outcome.document.article.length : 0;
    if (this.#outcomes.length < BATCH_ARTICLES && this.#bytes < BATCH_BYTES) return;
    await this.#writing;
    this.#flush();
  }

  async end(): Promise<void> {
    this.#flush();
    await this.#writing;
  }

  /** Writes no more. What is being written is waited for. */
  async stop(): Promise<void> {
    clearInterval(this.#clock);
    await this.#writing.catch(() => undefined);
  }

  #flush(): void {
    const outcomes = this.#outcomes;
    if (outcomes.length === 0) return;
    this.#outcomes = [];
    this.#bytes = 0;
    this.#busy = true;
    this.#writing = this.#writing.then(() => this.#write(outcomes)).finally(() => (this.#busy = false));
    // Thrown by the next push.
    this.#writing.catch(() => undefined);
  }
}
