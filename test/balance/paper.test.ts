/** The worked example of docs/who-has-the-upper-hand.md is what the shipped rows give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { movement } from '../../src/balance/movement.js';
import { signed } from '../../src/balance/range-words.js';
import { packageRoot } from '../../src/knowledge.js';
import { shippedEvidence } from '../../src/record/shipped.js';

const page = readFileSync(join(packageRoot, 'docs/who-has-the-upper-hand.md'), 'utf8');

test('each measured lever stands in the table with its group, x and interval', () => {
  const { groups, share } = balance('CHN', 'RUS', shippedEvidence('CHN', 'RUS'));
  const measured = groups.flatMap(({ levers }) => levers).filter(({ x }) => x !== null);
  expect(measured.length).toBeGreaterThan(5);
  for (const { label, group, x, interval } of measured) {
    const row = page.split('\n').find(line => line.startsWith(`| ${label} | ${group} |`));
    expect(row, label).toBeDefined();
    const range = interval!.map(end => signed(end).trim()).join(' to ');
    expect(row!.endsWith(`| ${signed(x!).trim()} | ${range} |`), `${label}: ${signed(x!)}, ${range}`).toBe(true);
  }
  expect(page).toContain(share!.toFixed(3));
});

test('how it moved is told as it is worked out, with the bands of the first and last year', () => {
  const { years } = movement('CHN', 'RUS', shippedEvidence('CHN', 'RUS'));
  const of = (year: string) => years.find(one => String(one.year) === year)!;
  const hundred = (share: number) => Math.round(100 * share);
  const [shares, bands] = /\*\*How it moved\.\*\*([\s\S]*?)The bands are wide:([\s\S]*?)\n\n/.exec(page)!.slice(1);
  const toldShares = [...shares!.matchAll(/(\d+) (?:of 100 )?in\s(\d{4})/g)];
  expect(toldShares).toHaveLength(6);
  for (const [, share, year] of toldShares) expect(hundred(of(year!).share!), year).toBe(Number(share));
  const toldBands = [...bands!.matchAll(/(\d+) to (\d+) in\s(\d{4})/g)];
  expect(toldBands).toHaveLength(2);
  for (const [, low, high, year] of toldBands)
    expect(of(year!).band!.map(hundred), year).toEqual([Number(low), Number(high)]);
});
