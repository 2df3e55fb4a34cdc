/**
 * Claims with right answers from the shipped rows, half of them wrong (claims-mended.yaml, further-mended.yaml,
 * claims-third-mended.yaml, the halves kept apart, and articles without a fault). Nothing right may
 * be called wrong, and no fewer of the wrong ones may be caught than are now; `npm run bench -- check` tells which are missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckVerdict, checkReading, FINDINGS } from '../../src/check/check.js';
import { casesIn, evidenceFor, readingOf, touches } from './case.js';

const CAUGHT: Record<string, number> = {
  'claims-mended': 28,
  'claims-apart': 27,
  'further-mended': 30,
  'further-apart': 46,
  'claims-third-mended': 12,
  'claims-third-apart': 10,
  'claims-third-articles': 0,
};

describe.each(Object.keys(CAUGHT))('%s', file => {
  const cases = casesIn(readFileSync(join(import.meta.dirname, `${file}.yaml`), 'utf8')).map(item => {
    const reading = readingOf(item);
    return {
      ...item,
      findings: checkReading(reading, evidenceFor(item, reading)).filter(({ verdict }) => FINDINGS.has(verdict)),
    };
  });

  test.each(cases)('$text', ({ text, checks: wanted = {}, findings }) => {
    const wrong = wrongIn(text, wanted);
    expect(findings.filter(found => !wrong.some(item => touches(item, found)))).toEqual([]);
  });

  const wrong = cases.flatMap(({ text, checks = {}, findings }) =>
    wrongIn(text, checks).map(item => findings.some(found => touches(item, found))),
  );
  test.runIf(wrong.length > 0)('as many wrong claims are caught as before', () => {
    expect(wrong.filter(Boolean).length).toBeGreaterThanOrEqual(CAUGHT[file]!);
  });
});

function wrongIn(text: string, wanted: Record<string, string>): { words: string; start: number }[] {
  return Object.entries(wanted)
    .filter(([, verdict]) => FINDINGS.has(verdict as CheckVerdict))
    .map(([words]) => ({ words, start: text.indexOf(words) }));
}
