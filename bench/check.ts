/**
 * How well checks find what is wrong, and how seldom they call wrong what is right: short texts with known right and wrong facts.
 *
 *   npm run bench -- check test/check/cases.yaml [more.yaml ...]
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { articleFromText } from '../src/article/article.js';
import { checkReading, FINDINGS } from '../src/check/check.js';
import { mainPair } from '../src/desk.js';
import { readArticle } from '../src/read.js';
import { shippedEvidence } from '../src/record/shipped.js';

interface Case {
  date: string | Date;
  text: string;
  checks?: Record<string, string>;
}

const count = { wrong: 0, caught: 0, right: 0, confirmed: 0, alarms: 0, texts: 0 };

for (const path of process.argv.slice(2)) for (const item of parse(readFileSync(path, 'utf8')) as Case[]) measure(item);

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
console.log(
  `check: ${count.texts} texts; of ${count.wrong} faults found with their verdict ${percent(count.caught, count.wrong)}, ` +
    `of ${count.right} right facts confirmed ${percent(count.confirmed, count.right)}, false alarms ${count.alarms}`,
);

function measure({ date, text, checks: wanted = {} }: Case): void {
  const day = typeof date === 'string' ? date : date.toISOString().slice(0, 10);
  const reading = readArticle(articleFromText({ text, date: day }));
  const [a, b] = mainPair(reading) ?? ['USA', 'CHN'];
  const checks = checkReading(reading, shippedEvidence(a, b));
  count.texts += 1;
  const seen = new Set<string>();
  for (const { start, end, verdict, why } of checks) {
    const words = text.slice(start, end);
    if (words in wanted) seen.add(`${words} ${verdict}`);
    if (FINDINGS.has(verdict) && wanted[words] !== verdict) {
      count.alarms += 1;
      console.log(`  false alarm: "${words}" ${verdict} (${why}) in: ${text}`);
    }
  }
  for (const [words, verdict] of Object.entries(wanted)) {
    const found = seen.has(`${words} ${verdict}`);
    const isFault = verdict !== 'agrees';
    count[isFault ? 'wrong' : 'right'] += 1;
    if (found) count[isFault ? 'caught' : 'confirmed'] += 1;
    else
      console.log(
        `  missed: "${words}" ${verdict}, got ${checks.find(({ start, end }) => text.slice(start, end) === words)?.verdict ?? 'nothing'} in: ${text}`,
      );
  }
}
