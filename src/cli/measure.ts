import { writeFileSync } from 'node:fs';
import { balanceText } from '../balance/balance-text.js';
import { checkText } from '../check/check-text.js';
import { pairOf } from '../desk.js';
import { dossierText } from '../dossier/text.js';
import { WrongUse } from '../errors.js';
import { dossierFile } from '../server/dossier-file.js';
import { withDesk } from './desk.js';
import { documentsIn, type InputFormat } from './input.js';
import { json, plain, print, tell } from './print.js';

interface OnRecord {
  record: string;
  json?: boolean;
}

/** `upperhand check`: an article's claims against the record. Returns 1 under `--strict` where anything differs. */
export async function check(
  file: string,
  options: OnRecord & { inputFormat: InputFormat; date?: string; strict?: boolean },
): Promise<number> {
  const known = options.date ? { date: options.date } : {};
  return withDesk(options.record, async desk => {
    let found = false;
    for await (const handed of documentsIn([file], options.inputFormat, known)) {
      if ('error' in handed) throw handed.error;
      const read = await desk.checkArticle(handed.article);
      found ||= read.checks.some(({ verdict }) => FINDINGS.has(verdict));
      if (options.json) await print(json({ checks: read.checks }, 2));
      else await print(plain(checkText(read.reading, read.checks)));
    }
    return options.strict && found ? 1 : 0;
  });
}

/** The verdicts that say that something does not hold. */
const FINDINGS = new Set([
  'differs',
  'differs in unit or currency',
  'inconsistent within the article',
  'wording differs',
]);

/** `upperhand balance`: who has the upper hand, lever by lever. */
export async function balance(
  a: string,
  b: string,
  options: OnRecord & { year?: number; flat?: boolean },
): Promise<number> {
  const { year, flat } = options;
  return withDesk(options.record, async desk => {
    const measured = await desk.balance(a, b, { ...(year !== undefined && { year }), ...(flat && { flat }) });
    await print(options.json ? json(measured, 2) : balanceText(measured));
    return 0;
  });
}

/** `upperhand dossier`: all that is on record about a pair, as text, JSON or one HTML file. */
export async function dossier(a: string, b: string, options: OnRecord & { output?: string }): Promise<number> {
  return withDesk(options.record, async desk => {
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
