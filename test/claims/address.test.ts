import { describe, expect, test } from 'vitest';
import { warmthOf } from '../../src/claims/address.js';
import { readDocument } from '../../src/read.js';
import type { AddressClaim } from '../../src/reading.js';

function addressesOf(text: string): AddressClaim[] {
  return readDocument({ text, date: '2024-05-10' }).claims.filter(claim => claim.kind === 'address');
}

function lines(text: string): string[] {
  return addressesOf(text).map(({ speaker, addressee, term }) => `${speaker} > ${addressee}: ${term}`);
}

describe('who calls whom what', () => {
  test.each([
    ['Putin said Xi was his “good friend”.', 'Vladimir Putin > Xi Jinping: good friend'],
    ['“President Putin is my best friend,” Xi said.', 'Xi Jinping > Vladimir Putin: my best friend'],
    [
      'Xi spoke of his “deep personal friendship” with his Russian counterpart.',
      'Xi Jinping > Vladimir Putin: deep personal friendship',
    ],
    ['“Dear Narendra, come soon,” Macron said.', 'Emmanuel Macron > Narendra Modi: Dear Narendra'],
    ['Modi called Macron “my friend”.', 'Narendra Modi > Emmanuel Macron: my friend'],
    ['Italy and Japan announced a “no-limits partnership”.', 'ITA > JPN: no-limits partnership'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  test('a sequence of terms is one claim each, in order', () => {
    const text = 'Greetings between Modi and Macron went from “dear president” to “dear friend”.';
    expect(addressesOf(text).map(({ term }) => term)).toEqual(['dear president', 'dear friend']);
  });
});

test.each([
  'Friends of the prisoner wrote to Brazil.',
  '“Our partners must pay more,” the minister of Peru said.',
  'Japan described the drills as a “provocation”.',
  'The president of Ghana met his brother at home.',
])('no address: %s', text => {
  expect(lines(text)).toEqual([]);
});

test('warmth rises from a bare title to kinship and knows no country', () => {
  const scale = ['Mr President', 'dear president', 'our partner', 'my friend', 'my old friend', 'my brother'];
  const warmths = scale.map(term => warmthOf(term)!);
  expect([...warmths].sort((a, b) => a - b)).toEqual(warmths);
  expect(new Set(warmths).size).toBe(scale.length);
  expect(warmthOf('the minister of fish')).toBe(0);
  expect(warmthOf('a tall man')).toBeNull();
});
