/** The worked example of docs/who-has-the-upper-hand.md is what the shipped rows give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
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
