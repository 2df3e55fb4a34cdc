import { writeFileSync } from 'node:fs';
import { balanceText } from '../balance/balance-text.js';
import { givenWeights, presets } from '../balance/given-weights.js';
import { movementText } from '../balance/movement-text.js';
import { FINDINGS } from '../check/check.js';
import { checkText } from '../check/check-text.js';
import { driftText } from '../check/copies/drift-text.js';
import { type Desk, pairOf, type ReadArticle } from '../desk.js';
import { conclusionsText } from '../dossier/conclusions-text.js';
import { leftOutText } from '../dossier/left-out-text.js';
import { dossierText } from '../dossier/text.js';
import { RecordUnusable, WrongUse } from '../errors.js';
import { dossierFile } from '../server/dossier-file.js';
import { type ReviewOptions, reviewsOf } from './claim-review.js';
import { withDesk } from './desk.js';
import { filesNamed } from './files.js';
import { documentsIn, type InputFormat } from './input.js';
import { json, plain, print, tell } from './print.js';
import { tellFailed, tellIfForeign } from './read.js';

interface OnRecord {
  record: string;
  /** What was known by this day. */
  asOf?: string;
  json?: boolean;
}

/**
 * `upperhand check`: the claims of articles against the record, one article after the other; under its name each of several
 * files, and each behind the first in one file. What cannot be read is told, and the rest goes on.
 *
 * @returns 0; 3 where an article could not be read; else 1 under `--strict` where anything differs.
 */
export async function check(
  words: string[],
  options: OnRecord & {
    inputFormat: InputFormat;
    date?: string;
    deadline: number;
    strict?: boolean;
  } & ReviewOptions,
): Promise<number> {
  const known = options.date ? { date: options.date } : {};
  const named = filesNamed(words);
  if (options.approved !== undefined && named.files.length > 1)
    throw new WrongUse('--approved names places of one article: hand over one file');
  return withDesk(options, async (desk, pool) => {
    let [found, failed, before] = [false, false, 0];
    const handed = documentsIn({ files: words, format: options.inputFormat, known }, pool, named);
    for await (const one of handed) {
      try {
        if ('error' in one) throw one.error;
        tellIfForeign(one);
        const read = await desk.checkArticle(one.article);
        found ||= read.checks.some(({ verdict }) => FINDINGS.has(verdict));
        const isOneOfSeveral = named.files.length > 1 || before++ > 0;
        await print(await answerOf(desk, read, options, isOneOfSeveral ? one.name : null));
      } catch (error) {
        if (error instanceof RecordUnusable || error instanceof WrongUse) throw error;
        tellFailed(error);
        failed = true;
      }
    }
    if (failed) return 3;
    return options.strict && found ? 1 : 0;
  });
}

/** @param name of the article, where several are checked. */
async function answerOf(
  desk: Desk,
  read: ReadArticle,
  options: ReviewOptions & { json?: boolean },
  name: string | null,
): Promise<string> {
  if (options.claimReview !== undefined) return json(await reviewsOf(desk, read, options), 2);
  const { checks, missing, conclusions, copy } = read;
  if (options.json) return json({ ...(name && { name }), checks, missing, conclusions, copy }, 2);
  return plain(name ? `\n# ${name}\n${textOf(read)}` : textOf(read));
}

function textOf({ reading, checks, missing, conclusions, copy }: ReadArticle): string {
  return `${checkText(reading, checks)}${conclusionsText(reading, conclusions)}${leftOutText(missing)}${driftText(copy)}`;
}

/** `upperhand balance`: who has the upper hand, lever by lever, or with `--movement` year by year. */
export async function balance(a: string, b: string, options: OnRecord & BalanceOptions): Promise<number> {
  const { year, flat, seed, weights, robustness, movement, from, to } = options;
  const judging = { ...(flat && { flat }), ...(seed !== undefined && { seed }) };
  if (movement) {
    if (year !== undefined || weights || robustness) {
      throw new WrongUse('--movement tells all years: it goes with --from, --to, --flat and --seed alone');
    }
    const years = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    return withDesk(options, async desk => {
      const moved = await desk.movement(a, b, { ...judging, ...years });
      await print(options.json ? json(moved, 2) : plain(movementText(moved)));
      return 0;
    });
  }
  if (from !== undefined || to !== undefined) throw new WrongUse('--from and --to go with --movement');
  const asked = {
    ...judging,
    ...(year !== undefined && { year }),
    ...(weights && { weights: weights.flatMap(text => (text === 'all' ? presets() : [givenWeights(text)])) }),
    ...(robustness && { robustness }),
  };
  return withDesk(options, async desk => {
    const measured = await desk.balance(a, b, asked);
    await print(options.json ? json(measured, 2) : plain(balanceText(measured)));
    return 0;
  });
}

interface BalanceOptions {
  year?: number;
  flat?: boolean;
  seed?: number;
  weights?: string[];
  robustness?: boolean;
  movement?: boolean;
  from?: number;
  to?: number;
}

/** `upperhand dossier`: all that is on record about a pair, as text, JSON or one HTML file. */
export async function dossier(a: string, b: string, options: OnRecord & { output?: string }): Promise<number> {
  return withDesk(options, async desk => {
    if (options.output) {
      const page = await dossierFile(desk, ...pairOf(a, b));
      writeTo(options.output, page);
      tell(`${options.output}: ${Math.round(page.length / 1000)} kB, opens in any browser`);
      return 0;
    }
    const made = await desk.dossier(a, b);
    await print(options.json ? json(made, 2) : plain(dossierText(made, process.stdout.columns)));
    return 0;
  });
}

function writeTo(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new WrongUse(`${file}: the file cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
