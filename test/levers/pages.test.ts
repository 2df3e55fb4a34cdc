/** Each lever has a page, and the example on it is what the lever gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signed } from '../../src/balance/range-words.js';
import { packageRoot } from '../../src/knowledge.js';
import { shareLead } from '../../src/levers/lever.js';
import { measureLevers } from '../../src/levers/levers.js';
import { warmthIn, warmthLead } from '../../src/levers/warmth.js';
import { wilsonLead } from '../../src/levers/wilson.js';
import { shippedEvidence } from '../../src/record/shipped.js';

const page = (id: string) => readFileSync(join(packageRoot, `docs/levers/${id}.md`), 'utf8');
const levers = measureLevers('CHN', 'RUS', shippedEvidence('CHN', 'RUS'));
const number = (x: number) => signed(x).trim();

test.each(levers.map(({ id, label }) => [id, label]))('%s: title, and all that a page tells', (id, label) => {
  expect(page(id).startsWith(`# ${label}\n`)).toBe(true);
  for (const part of ['Formula', 'Interval', 'Source', 'Worked example', 'Limits', 'What would change it'])
    expect(page(id)).toContain(`**${part}.**`);
});

test.each(levers.filter(({ x }) => x !== null).map(lever => [lever.id, lever] as const))(
  '%s: the example is what the shipped rows give',
  (id, { x, interval }) => {
    expect(page(id).replaceAll('\n', ' ')).toContain(
      `x = ${number(x!)}, from ${number(interval![0])} to ${number(interval![1])}.`,
    );
  },
);

/** Four deeds, each read with confidence 0.8. */
const heard = (value: number) => warmthIn(Array(4).fill({ value, weight: 0.8 }));

/** x at a stake, of a lead and of what the page says s0 is. */
const at = (lead: number, stake: number, half: number) => `x = ${number((lead * stake) / (stake + half))}.`;

test.each([
  ['critical-goods', at(shareLead(10, 30), 40, 10)],
  ['initiative', at(wilsonLead(3.2, 0.8).x, 4, 5)],
  ['isolation', at(wilsonLead(12, 4).x, 16, 10)],
  ['mediation', at(wilsonLead(3, 1).x, 4, 5)],
  ['treatment', at(warmthLead(heard(0.67), heard(0.85)).x, 6.4, 10)],
])('%s: the made-up example is worked out rightly', (id, x) => {
  expect(page(id).replaceAll('\n', ' ')).toContain(x);
});
