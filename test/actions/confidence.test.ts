/** How sure a reading is follows from how it was read. */
import { expect, test } from 'vitest';
import { type ActionTraits, confidenceOf, featuresOf } from '../../src/claims/actions/confidence.js';

const plain: ActionTraits = {
  type: 'SANCTION',
  modality: 'happened',
  main: true,
  sourcePath: 'subject',
  targetPath: 'obj',
  sources: 1,
  targets: 1,
  weight: 7,
  depth: 0,
  inSentence: 1,
  hasRivals: false,
};

test('parties read from their places are surer than the nearest ones, and those than none', () => {
  const nearest = confidenceOf({ ...plain, targetPath: 'nearest' });
  expect(confidenceOf(plain)).toBeGreaterThan(nearest);
  expect(nearest).toBeGreaterThan(confidenceOf({ ...plain, sources: 0, sourcePath: 'none' }));
});

test('what lies below the main clause is less sure', () => {
  expect(confidenceOf(plain)).toBeGreaterThan(confidenceOf({ ...plain, main: false, depth: 2 }));
});

test('it is a chance in hundredths, and a way of finding parties it has not learnt does no harm', () => {
  const chance = confidenceOf({ ...plain, sourcePath: 'unheard of' });
  expect(chance).toBeGreaterThan(0);
  expect(chance).toBeLessThan(1);
  expect(Math.round(chance * 100)).toBeCloseTo(chance * 100, 9);
});

test('the features are words that a reader of the weights understands', () => {
  expect(featuresOf(plain)).toContain('parties read, main');
  expect(featuresOf({ ...plain, depth: 1 })).toContain('below the main clause');
});
