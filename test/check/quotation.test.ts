/** Quotations are held against the words of the same speaker that the record keeps. */
import { expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { checkReading } from '../../src/check/check.js';
import { readArticle } from '../../src/read.js';
import type { KeptClaim } from '../../src/record/evidence.js';
import { shippedEvidence } from '../../src/record/shipped.js';

const KEPT = '“We will never accept a border that was drawn by force,” President Vladimir Putin said in Moscow.';

function read(text: string) {
  return readArticle(articleFromText({ text, date: '2023-03-18' }));
}

/** The claims of a text as a record keeps them. */
function kept(text: string): KeptClaim[] {
  const { document, sentences, claims } = read(text);
  return claims.map(claim => {
    const { start, end } = sentences.find(span => span.start <= claim.start && claim.start < span.end)!;
    const { title, publisher, url, date } = document;
    return {
      claim,
      article: { id: 'kept', title, publisher, url, date },
      sentence: { start, end, text: text.slice(start, end) },
      countries: [],
    };
  });
}

function verdictsOn(text: string): string[] {
  const checks = checkReading(read(text), { ...shippedEvidence('RUS', 'CHN'), claims: kept(KEPT) });
  return checks.filter(({ verdict }) => /agrees|wording/.test(verdict)).map(({ verdict }) => verdict);
}

test.each([
  ['“We will never accept a border that was drawn by force,” Vladimir Putin told China’s envoy.', ['agrees']],
  ['“We will never accept a border that was drawn by others,” Vladimir Putin told China’s envoy.', ['wording differs']],
  // A part of it, word for word, is quoted rightly.
  ['“Never accept a border that was drawn by force,” Vladimir Putin told China’s envoy.', ['agrees']],
  ['“The harvest in the south is better than last year,” Vladimir Putin told China’s envoy.', []],
  // Somebody else's words are not his.
  ['“We will never accept a border that was drawn by others,” Xi Jinping told Russia’s envoy.', []],
])('%s', (text, expected) => expect(verdictsOn(text)).toEqual(expected));
