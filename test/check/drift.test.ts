/** A rewritten copy is recognised among kept articles, and what was done to it is told sentence by sentence. */
import { describe, expect, test } from 'vitest';
import { driftFrom } from '../../src/check/copies/drift.js';
import { driftText } from '../../src/check/copies/drift-text.js';
import { possibleOriginals } from '../../src/check/copies/original.js';
import { evidenceFor, type KeptText, readingOf } from './case.js';

const ORIGINAL: KeptText = {
  date: '2024-02-18',
  publisher: 'Harbour Post',
  title: 'A bridge for the delta',
  text: [
    'Thailand and Laos signed an agreement on a new bridge over the Mekong on Friday.',
    'The bridge will cost 120 million dollars and carry 8,000 vehicles a day, the Thai transport ministry said.',
    'Laos will pay a third of the sum, which it borrows from Thailand at two percent.',
    '“We have waited for this bridge for twenty years and will not wait longer,” Thai foreign minister Parnpree Bahiddha-Nukara said in Vientiane.',
    'Vientiane also wants cheaper electricity tariffs, a Lao official said.',
    'Fishermen on both banks have protested against the work since January.',
  ].join(' '),
};

const COPY: KeptText = {
  date: '2024-02-19',
  publisher: 'Coast Daily',
  text: [
    'Thailand and Laos signed an agreement on a new bridge over the Mekong on Friday.',
    'The bridge will cost 210 million dollars and carry 8,000 vehicles a day, the Thai transport ministry said.',
    'It is the biggest work that the two countries ever began together.',
    'Thai foreign minister Parnpree Bahiddha-Nukara said in Vientiane that they had waited for this bridge for twenty years and would not wait longer.',
    'Fishermen on both banks have protested against the work since January.',
  ].join(' '),
};

const OTHER: KeptText = {
  date: '2024-02-17',
  publisher: 'Valley News',
  text: 'Thailand and Laos talked about rice on Thursday. Thailand will buy 400,000 tonnes of rice from Laos this year, the Thai ministry of commerce said. Laos asked for a higher price.',
};

function driftOf(article: KeptText, kept: KeptText[]) {
  const reading = readingOf(article);
  const evidence = evidenceFor({ ...article, kept }, reading);
  const readings = new Map(kept.map(item => readingOf(item)).map(one => [one.document.id, one]));
  const [first] = possibleOriginals(reading, evidence);
  return first ? driftFrom(reading, readings.get(first)!) : null;
}

describe('a rewritten copy', () => {
  const drift = driftOf(COPY, [OTHER, ORIGINAL])!;

  test('is known by the sentences it took over', () => {
    expect(drift.article.publisher).toBe('Harbour Post');
    expect(drift.isEarlier).toBe(true);
    expect(drift.share).toBeGreaterThan(0.7);
    expect(drift.sentences.map(({ kind }) => kind)).toEqual(['same', 'altered', 'added', 'altered', 'same']);
  });

  test('shows a changed word beside the one it stands for', () => {
    expect(drift.sentences[1]).toMatchObject({ changes: [{ kept: '120', said: '210' }], marks: null });
  });

  test('shows where a quotation became a paraphrase', () => {
    expect(drift.sentences[3]).toMatchObject({ marks: { nowQuoted: false } });
    const back = driftOf({ ...ORIGINAL, date: '2024-02-21' }, [COPY, OTHER])!;
    expect(back.sentences[3]).toMatchObject({ marks: { nowQuoted: true } });
  });

  test('shows what was left out', () => {
    expect(drift.leftOut.map(({ text }) => text)).toEqual([
      'Laos will pay a third of the sum, which it borrows from Thailand at two percent.',
      'Vientiane also wants cheaper electricity tariffs, a Lao official said.',
    ]);
  });

  test('is told in words', () => {
    expect(driftText(drift)).toMatch(
      /^\n\nRewritten from Harbour Post, “A bridge for the delta”, 18 February 2024\. \d+ % of this article’s words /,
    );
    expect(driftText(drift)).toContain('5 sentences: 2 the same, 2 altered, 1 added; 2 left out.');
    expect(driftText(drift)).toContain('“120” is “210”');
  });
});

test('an article of the same subject is no copy, nor is one that has a sentence from it', () => {
  expect(driftOf(COPY, [OTHER])).toBeNull();
  const borrowed = `${OTHER.text} ${ORIGINAL.text.split(' Laos will')[0]}`;
  expect(
    driftOf({ ...OTHER, text: `${borrowed} It rained. The ministers ate fish. They flew home on Saturday.` }, [COPY]),
  ).toBeNull();
});

test('an article does not count as a copy of itself, and the words alone decide, not their order of keeping', () => {
  expect(driftOf(ORIGINAL, [ORIGINAL])).toBeNull();
  expect(driftOf(COPY, [ORIGINAL, OTHER])).toEqual(driftOf(COPY, [OTHER, ORIGINAL]));
  expect(driftText(null)).toBe('');
});
