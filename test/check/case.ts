/** Short texts with what a check must come to: how their YAML is read, and the evidence they are held against. */
import { load } from 'js-yaml';
import { articleFromText } from '../../src/article/article.js';
import { mainPair } from '../../src/desk.js';
import { readArticle } from '../../src/read.js';
import type { Reading } from '../../src/reading.js';
import { claimCountries } from '../../src/record/claim-countries.js';
import type { Evidence, KeptClaim } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';
import { shippedEvidence } from '../../src/record/shipped.js';

export interface KeptText {
  date: string;
  text: string;
  title?: string;
  publisher?: string;
}

export interface CheckCase {
  date: string;
  text: string;
  /** Articles that the record has. */
  kept?: KeptText[];
  /** Verdict by wording. */
  checks?: Record<string, string>;
}

export function casesIn(yaml: string): CheckCase[] {
  return load(yaml) as CheckCase[];
}

export function readingOf({ text, date, title, publisher }: KeptText): Reading {
  return readArticle(articleFromText({ text, date, ...(title && { title }), ...(publisher && { publisher }) }));
}

/** The shipped rows of the text's pair, and the claims of the kept articles. */
export function evidenceFor({ kept = [] }: CheckCase, reading: Reading): Evidence {
  const evidence = shippedEvidence(...(mainPair(reading) ?? (['USA', 'CHN'] as [string, string])));
  if (kept.length === 0) return evidence;
  const days = kept.map(({ date }) => date).sort();
  const claims = kept.flatMap(item => keptClaims(readingOf(item)));
  return {
    ...evidence,
    standing: 'record',
    claims,
    ledger: makeLedger(claims, evidence.events),
    articles: { count: kept.length, earliest: days[0]!, latest: days.at(-1)! },
  };
}

/** The claims of a reading as a record keeps them. */
export function keptClaims(reading: Reading): KeptClaim[] {
  const { document, sentences, claims } = reading;
  const { id, title, publisher, url, date } = document;
  return claims.map(claim => {
    const { start, end } = sentences.find(span => span.start <= claim.start && claim.start < span.end)!;
    return {
      claim,
      article: { id, title, publisher, url, date },
      sentence: { start, end, text: document.text.slice(start, end) },
      countries: claimCountries(claim, reading),
    };
  });
}

/** Whether a check's span and a listed wording have anything in common. */
export function touches(
  { words, start }: { words: string; start: number },
  span: { start: number; end: number },
): boolean {
  return start < span.end && span.start < start + words.length;
}
