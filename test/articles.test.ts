/**
 * Whole articles against what a careful reader records. A case is a folder of `test/articles/`: `article.txt`,
 * `about.json` (the date it is read with) and `expected.txt`, a line for each thing that must be found:
 *
 *     date DAY
 *     action TYPE[|TYPE] SOURCE > TARGET MODALITY [negated]: words of the trigger
 *     statement SPEAKER COUNTRY FORM: words of the content
 *     figure VALUE UNIT [APPROXIMATION]: words
 *     address SPEAKER > ADDRESSEE: words        office PERSON: words        judgement FORM [FAVOURED]: words
 *     time VALUE: words
 *     check VERDICT: words                          (with hyphens: `differs-in-unit-or-currency`)
 *
 * Where a case has lines of checks, nothing else in it may be called wrong.
 * `A|B` allows either, `*` anything, `A+B` is a list in the order of codes. `not` before a line: it must not be found.
 * `missed` before a line: it should be found and is not yet; the test tells when it is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Check, checkReading, FINDINGS } from '../src/check/check.js';
import { mainPair } from '../src/desk.js';
import { readDocument } from '../src/read.js';
import type { Claim, Reading } from '../src/reading.js';
import { folded } from '../src/record/search/words.js';
import { shippedEvidence } from '../src/record/shipped.js';

const folder = join(import.meta.dirname, 'articles');

for (const name of readdirSync(folder)) {
  const file = (part: string) => readFileSync(join(folder, name, part), 'utf8');
  const reading = readDocument({ text: file('article.txt'), date: JSON.parse(file('about.json')).date });
  const checks = checkReading(reading, shippedEvidence(...(mainPair(reading) ?? (['USA', 'CHN'] as [string, string]))));
  const found = [...linesOf(reading), ...checks.map(check => lineOf(reading, check))];
  const expected = file('expected.txt')
    .split('\n')
    .filter(line => line && !line.startsWith('#'));

  describe(name, () => {
    const wrong = expected.filter(line => /^check (?!agrees|opinion|forecast|not-)/.test(line));
    test.runIf(expected.some(line => line.startsWith('check ')))('nothing else is called wrong', () => {
      const alarms = checks.filter(({ verdict }) => FINDINGS.has(verdict)).map(check => lineOf(reading, check));
      expect(alarms.filter(([said, words]) => !wrong.some(line => fits(line, said, words)))).toEqual([]);
    });

    test.each(expected)('%s', line => {
      const [, mark, wanted] = /^(not |missed )?(.*)$/.exec(line)!;
      const hits = found.filter(([said, words]) => fits(wanted!, said, words));
      const near = found
        .filter(([said]) => said.split(' ')[0] === wanted!.split(' ')[0])
        .map(([said, words]) => `${said}: ${words}`);
      if (mark) expect(hits, mark === 'missed ' ? 'found by now: take "missed" away' : 'must not be found').toEqual([]);
      else expect(hits.length, `not among\n  ${near.join('\n  ')}\n`).toBeGreaterThan(0);
    });
  });
}

/** Does what was found say what is wanted, part by part, in words that hold the wanted ones? */
function fits(wanted: string, said: string, words: string): boolean {
  const colon = wanted.indexOf(':');
  const parts = (colon < 0 ? wanted : wanted.slice(0, colon)).trim().split(' ');
  const found = folded(said).split(' ');
  const saidAlike = parts.every(
    (part, i) =>
      part === '*' ||
      folded(part)
        .split('|')
        .includes(found[i] ?? ''),
  );
  return saidAlike && (colon < 0 || words.includes(wanted.slice(colon + 1).trim()));
}

/** Everything that was read, as `[what is said of it, its words]`. */
function linesOf(reading: Reading): [string, string][] {
  const { text, date } = reading.document;
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, ' ');
  return [
    [`date ${date.value}`, ''],
    ...reading.times.map((time): [string, string] => [`time ${time.value}`, words(time)]),
    ...reading.claims.map((claim): [string, string] => [saidOf(claim), wordsOf(claim, words)]),
  ];
}

function lineOf({ document: { text } }: Reading, { verdict, start, end }: Check): [string, string] {
  return [`check ${verdict.replaceAll(' ', '-')}`, text.slice(start, end).replace(/\s+/g, ' ')];
}

/** A name's spaces would be taken for the end of the part: each part is one word. */
function saidOf(claim: Claim): string {
  const parties = (list: string[]) => [...list].sort().join('+') || 'nobody';
  switch (claim.kind) {
    case 'action':
      return `action ${claim.type} ${parties(claim.source)} > ${parties(claim.target)} ${claim.modality}${claim.negated ? ' negated' : ''}`;
    case 'statement':
      return `statement ${claim.speaker?.person ?? claim.speaker?.name ?? 'unnamed'} ${claim.speaker?.country ?? 'nobody'} ${claim.form}`;
    case 'figure':
      return `figure ${claim.value} ${claim.unit}${claim.approximate ? ` ${claim.approximate}` : ''}`;
    case 'address':
      return `address ${claim.speaker} > ${claim.addressee}`;
    case 'office':
      return `office ${claim.person}`;
    case 'judgement':
      return `judgement ${claim.form}${claim.favours ? ` ${claim.favours}` : ''}`;
  }
}

function wordsOf(claim: Claim, words: (span: { start: number; end: number }) => string): string {
  if (claim.kind === 'action') return words(claim.trigger);
  if (claim.kind === 'statement') return claim.content.map(words).join(' … ');
  return words(claim);
}
