import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../models/compile-scoring.js';
import { createLearner, seededRandom } from '../../models/perceptron.js';
import { packageRoot, trainedModel } from '../../src/knowledge.js';
import { type PackedWeights, sparseWeights } from '../../src/language/weights.js';

const CLASSES = 85;

describe('adding up weights', () => {
  it('gives the sums that adding one by one gives, for long lists and short ones, known keys and unknown', () => {
    const { packed, keys } = learnt();
    const scorer = sparseWeights(packed);
    const weights = oneByOne(packed);
    const random = seededRandom(2);
    for (let decision = 0; decision < 300; decision++) {
      const wanted = Int32Array.from({ length: 144 }, () =>
        random() < 0.8 ? keys[Math.floor(random() * keys.length)]! : Math.floor(random() * 2 ** 32) | 0,
      );
      const count = 1 + Math.floor(random() * 144);
      const expected = new Int32Array(CLASSES);
      for (const key of wanted.subarray(0, count))
        for (const [label, weight] of weights.get(key) ?? []) expected[label]! += weight;
      scorer.keys.set(wanted);
      scorer.score(count);
      expect(scorer.sums).toEqual(expected);
    }
    const lengths = new Set(packed.lengths);
    expect(Math.min(...lengths)).toBeLessThan(5);
    expect(Math.max(...lengths)).toBeGreaterThan(60);
  });

  it('gives zeros where nothing was learnt', () => {
    const scorer = sparseWeights(createLearner(CLASSES, () => true).pack({ ceiling: 1, smallest: 0 }));
    scorer.sums.fill(7);
    scorer.keys.set([1, -1, 12345]);
    scorer.score(3);
    expect(scorer.sums).toEqual(new Int32Array(CLASSES));
  });

  it('is done by the instructions that models/scoring.wat writes down', async () => {
    const text = readFileSync(join(packageRoot, 'models/scoring.wat'), 'utf8');
    expect(Buffer.from(await compiled(text)).equals(trainedModel('scoring.wasm'))).toBe(true);
  });
});

/** Made-up weights: some keys with a few classes, some with nearly all. */
function learnt(): { packed: PackedWeights; keys: number[] } {
  const learner = createLearner(CLASSES, () => true);
  const random = seededRandom(1);
  const keys = Array.from({ length: 3000 }, () => Math.floor(random() * 2 ** 32) | 0).filter(key => key !== 0);
  for (const [i, key] of keys.entries()) {
    for (let times = i % 10 === 0 ? 300 : 2; times > 0; times--) {
      const right = Math.floor(random() * CLASSES);
      learner.update(Int32Array.of(key), 1, right, (right + 1 + Math.floor(random() * (CLASSES - 1))) % CLASSES);
    }
  }
  learner.tick();
  return { packed: learner.pack({ ceiling: 40, smallest: 0.1 }), keys };
}

/** The same weights by key, as pairs of class and weight. */
function oneByOne({ features, keys, lengths, labels, values }: PackedWeights): Map<number, [number, number][]> {
  const weights = new Map<number, [number, number][]>();
  let key = 0;
  let at = 0;
  let pair = 0;
  for (let i = 0; i < features; i++) {
    let distance = 0;
    for (let power = 1; ; power *= 128) {
      distance += (keys[at]! & 127) * power;
      if (keys[at++]! < 128) break;
    }
    key += distance;
    const pairs: [number, number][] = [];
    for (let n = lengths[i]!; n > 0; n--, pair++) pairs.push([labels[pair]!, values[pair]! * Math.abs(values[pair]!)]);
    weights.set(key | 0, pairs);
  }
  return weights;
}
