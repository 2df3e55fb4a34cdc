/**
 * One rule for every country: exchange two countries in all rows, by code and by name, and every measure, verdict and
 * sentence mirrors. Two pairs: one of which all levers are measured from the rows that ship, one of which some are not.
 */
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { makeDossier } from '../../src/dossier/dossier.js';
import { dossierText } from '../../src/dossier/text.js';
import type { Evidence } from '../../src/record/evidence.js';
import { shippedEvidence } from '../../src/record/shipped.js';

const PAIRS = {
  'China and Russia': [
    ['CHN', 'China', 'Chinese', 'Beijing', 'Xi Jinping', 'Xi', 'Jinping'],
    ['RUS', 'Russia', 'Russian', 'Moscow', 'Vladimir Putin', 'Putin', 'Vladimir'],
  ],
  'France and Egypt': [
    ['FRA', 'France', 'French', 'Paris'],
    ['EGY', 'Egypt', 'Egyptian', 'Cairo'],
  ],
} satisfies Record<string, [string[], string[]]>;

describe.each(Object.entries(PAIRS))('%s exchanged in all rows', (_, [one, other]) => {
  const [a, b] = [one[0]!, other[0]!];
  const swap = exchangerOf(one, other);
  const evidence = shippedEvidence(a, b);
  const exchanged = JSON.parse(swap(JSON.stringify(evidence))) as Evidence;
  const [told, mirrored] = [balance(a, b, evidence), balance(a, b, exchanged)];

  test('every lever', () => {
    const levers = mirrored.groups.flatMap(group => group.levers);
    for (const [i, lever] of told.groups.flatMap(group => group.levers).entries()) {
      const mirror = levers[i]!;
      expect(mirror.status, lever.id).toBe(lever.status);
      if (lever.x === null) continue;
      expect(mirror.x, lever.id).toBeCloseTo(-lever.x, 9);
      expect(mirror.interval![0], lever.id).toBeCloseTo(-lever.interval![1], 9);
      expect(mirror.interval![1], lever.id).toBeCloseTo(-lever.interval![0], 9);
      expect(mirror.a! / lever.b! || 1, lever.id).toBeCloseTo(1, 7);
      expect(mirror.b! / lever.a! || 1, lever.id).toBeCloseTo(1, 7);
      expect(mirror.explanation, lever.id).toBe(swap(lever.explanation));
      expect(sorted(mirror.evidence.map(ref => ref.kind === 'row' && ref.label))).toEqual(
        sorted(lever.evidence.map(ref => ref.kind === 'row' && swap(ref.label))),
      );
    }
  });

  test('the verdict and its words', () => {
    expect(mirrored.share).toBeCloseTo(1 - told.share!, 9);
    expect(mirrored.favours).toBe(told.favours === a ? b : told.favours === b ? a : null);
    expect(mirrored.strength).toBe(told.strength);
    expect(mirrored.year).toBe(told.year);
    for (const length of ['short', 'medium', 'long'] as const) {
      expect(mirrored.statement[length]).toBe(swap(told.statement[length]));
    }
  });

  test('asked the other way round, the same rows give the mirrored balance to the last bit', () => {
    const turned = balance(b, a, evidence);
    expect(turned.share).toBe(1 - told.share!);
    expect(turned.statement).toEqual(told.statement);
    const xs = told.groups.flatMap(({ levers }) => levers.map(({ x }) => (x === null ? null : 0 - x)));
    expect(turned.groups.flatMap(({ levers }) => levers.map(({ x }) => x))).toEqual(xs);
  });

  test('the dossier says of the one what it said of the other', () => {
    const words = (of: Evidence, turn: boolean) => {
      const [first, second] = turn ? [b, a] : [a, b];
      return dossierText(makeDossier(first, second, of, balance(first, second, of)), 10_000);
    };
    // The exchanged countries are asked for in the exchanged order, so that the order of the sections is that of before.
    expect(linesOf(words(exchanged, true))).toEqual(linesOf(swap(words(evidence, false))));
  });
});

/** Lines without the numbers of footnotes: facts of one day stand in the order of their ids, which hold country codes. */
function linesOf(text: string): string[] {
  return text
    .replace(/ ?\[\d+\]/g, '')
    .split('\n')
    .sort();
}

function sorted(words: unknown[]): unknown[] {
  return [...words].sort();
}

/** Exchanges the names of two sides, longest first, wherever they stand as words or parts of ids. */
function exchangerOf(one: readonly string[], other: readonly string[]): (text: string) => string {
  const names = one.map((name, i) => [name, other[i]!] as const);
  const partner = new Map(names.flatMap(([name, match]) => [[name, match] as const, [match, name] as const]));
  const wanted = [...partner.keys()].sort((x, y) => y.length - x.length);
  const words = new RegExp(`(?<![A-Za-z])(?:${wanted.join('|')})(?![A-Za-z])`, 'g');
  return text => text.replace(words, name => partner.get(name)!);
}
