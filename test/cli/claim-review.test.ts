/** Checks that people approve, from the log of decisions to schema.org ClaimReview, as their user runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Check, FINDINGS } from '../../src/check/check.js';
import type { ClaimReview } from '../../src/check/claim-review.js';

const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const example = join(import.meta.dirname, '../../examples/guest-in-beijing.txt');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-claim-review-'));

function upperhand(...words: string[]) {
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
}

const reviews = (...words: string[]) => {
  const { stdout, stderr } = upperhand('check', example, '--claim-review', ...words);
  return { printed: JSON.parse(stdout || 'null') as ClaimReview[], told: stderr };
};

/** Commands on a busy machine. */
const SLOW = 240_000;

let article: string;
let checks: Check[];
let wrong: Check;
let decision: string;

beforeAll(() => {
  // Where a source is newer than the build, the first command builds.
  upperhand('--version');
  article = (JSON.parse(upperhand('add', example, '--json').stdout) as { id: string }).id;
  checks = (JSON.parse(upperhand('check', example, '--json').stdout) as { checks: Check[] }).checks;
  wrong = checks.find(({ verdict }) => FINDINGS.has(verdict))!;
  const name = `${article}:${wrong.start}-${wrong.end}`;
  const made = upperhand('decide', 'approve', name, '--by', 'Ada Example', '--reason', 'read it', '--json');
  decision = (JSON.parse(made.stdout) as { id: string }).id;
}, SLOW);

test(
  'what was approved is printed, signed and dated by who did',
  () => {
    const { printed, told } = reviews();
    expect(told).toBe('');
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatchObject({
      '@type': 'ClaimReview',
      datePublished: new Date().toISOString().slice(0, 10),
      author: { '@type': 'Person', name: 'Ada Example' },
      reviewRating: { '@type': 'Rating', alternateName: wrong.verdict },
      itemReviewed: { '@type': 'Claim' },
    });
    expect(printed[0]!.claimReviewed).toContain(printed[0]!.itemReviewed.text);
  },
  SLOW,
);

test(
  'only what the one who is named approved',
  () => {
    expect(reviews('Ada Example').printed).toHaveLength(1);
    const { printed, told } = reviews('Bea Other');
    expect(printed).toEqual([]);
    expect(told).toMatch(/^No check of this article was approved by Bea Other: .*\n$/);
  },
  SLOW,
);

test(
  'what is left alone, and a place without a check, cannot be approved',
  () => {
    const opinion = checks.find(({ verdict }) => verdict === 'opinion')!;
    for (const [place, words] of [
      [`${opinion.start}-${opinion.end}`, 'the check is “opinion”: nothing was held against anything'],
      ['0-1', 'no check stands there'],
    ] as const) {
      const { status, stderr } = upperhand('decide', 'approve', `${article}:${place}`, '--by', 'Ada', '--reason', 'x');
      expect(status).toBe(2);
      expect(stderr).toContain(words);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  },
  SLOW,
);

test(
  'places that are named with a person are approved then and there',
  () => {
    const right = checks.find(({ verdict }) => verdict === 'agrees')!;
    const { printed } = reviews('Bea Other', '--approved', `${right.start}-${right.end}`);
    expect(printed).toMatchObject([{ author: { name: 'Bea Other' }, reviewRating: { alternateName: 'agrees' } }]);
    const nobody = upperhand('check', example, '--approved', '0-1', '--claim-review');
    expect(nobody.status).toBe(2);
    expect(nobody.stderr).toContain('--approved needs the name');
  },
  SLOW,
);

test(
  'an approval that was undone is none',
  () => {
    expect(upperhand('decide', 'undo', decision, '--by', 'Ada Example', '--reason', 'hasty').status).toBe(0);
    const { printed, told } = reviews();
    expect(printed).toEqual([]);
    expect(told).toMatch(/^No check of this article was approved: /);
  },
  SLOW,
);
