/**
 * One rule for every country: exchange two countries in all rows, by code and by name, and every measure, verdict and
 * sentence mirrors. Two pairs: one of which all levers are measured from the rows that ship, one of which some are not.
 */
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { presets } from '../../src/balance/given-weights.js';
import { movement } from '../../src/balance/movement.js';
import { movementText } from '../../src/balance/movement-text.js';
import { makeDossier } from '../../src/dossier/dossier.js';
import { dossierText } from '../../src/dossier/text.js';
import { coalitionCost } from '../../src/levers/exit-cost/exit-cost.js';
import { worldOf } from '../../src/levers/exit-cost/world.js';
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

  test('the movement, its bands and what is behind its changes', () => {
    const [told, mirrored] = [movement(a, b, evidence), movement(a, b, exchanged)];
    expect(mirrored.years.map(({ year }) => year)).toEqual(told.years.map(({ year }) => year));
    for (const [i, year] of told.years.entries()) {
      const mirror = mirrored.years[i]!;
      if (year.share === null) {
        expect(mirror.share).toBeNull();
        continue;
      }
      expect(mirror.share, String(year.year)).toBeCloseTo(1 - year.share, 9);
      expect(mirror.band![0]).toBeCloseTo(1 - year.band![1], 9);
      expect(mirror.band![1]).toBeCloseTo(1 - year.band![0], 9);
      expect(mirror.favours).toBe(year.favours === a ? b : year.favours === b ? a : null);
    }
    expect(mirrored.changes.map(({ to, levers }) => [to, levers.map(({ id }) => id)])).toEqual(
      told.changes.map(({ to, levers }) => [to, levers.map(({ id }) => id)]),
    );
    expect(linesOf(movementText(mirrored)).length).toBe(linesOf(movementText(told)).length);
  });

  test('what the verdict hangs on', () => {
    const [told, mirrored] = [evidence, exchanged].map(of => balance(a, b, of, { robustness: true }).robustness!);
    expect(mirrored!.range[0]).toBeCloseTo(1 - told!.range[1], 9);
    expect(mirrored!.turning).toBe(told!.turning);
    for (const kind of ['levers', 'years'] as const) {
      expect(mirrored![kind].map(({ without, turns }) => [without, turns])).toEqual(
        told![kind].map(({ without, turns }) => [without, turns]),
      );
      for (const [i, { share }] of told![kind].entries()) {
        if (share !== null) expect(mirrored![kind][i]!.share).toBeCloseTo(1 - share, 9);
      }
    }
    expect(mirrored!.facts.length).toBe(told!.facts.length);
  });

  test('given weights', () => {
    const ways = presets();
    const [told, mirrored] = [evidence, exchanged].map(of => balance(a, b, of, { weights: ways }).weighed!);
    for (const [i, { sum, favours }] of told!.entries()) {
      expect(mirrored![i]!.sum).toBeCloseTo(-sum!, 9);
      expect(mirrored![i]!.favours).toBe(favours === a ? b : favours === b ? a : null);
    }
  });

  test('what a coalition of the same third countries costs each', () => {
    const others = ['USA', 'JPN', 'DEU'];
    const [told, mirrored] = [evidence, exchanged].map(of => coalitionCost(worldIn(of), a, others).welfare);
    const turned = coalitionCost(worldIn(exchanged), b, others).welfare;
    expect(turned[b]).toBeCloseTo(told![a]!, 8);
    expect(turned[a]).toBeCloseTo(told![b]!, 8);
    for (const other of others) expect(turned[other]).toBeCloseTo(told![other]!, 8);
    expect(mirrored![a]).toBeCloseTo(coalitionCost(worldIn(evidence), b, others).welfare[b]!, 8);
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

/** The world of the latest trade in some evidence. */
function worldIn({ figures }: Evidence) {
  const trade = figures.filter(({ measure, dataset }) => measure === 'goods exports' && dataset.startsWith('baci'));
  const latest = trade
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return worldOf(
    trade
      .filter(({ from }) => from === latest)
      .map(row => ({ exporter: row.reporter, importer: row.partner!, value: row.value })),
    new Map(
      figures.filter(({ measure, from }) => measure === 'gdp' && from === latest).map(row => [row.reporter, row.value]),
    ),
  );
}

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
