import type { Check } from '$upperhand/check/check.js';
import type { ReadArticle } from '$upperhand/desk.js';
import { isFinding } from './verdicts';

/** A passage of an article around one thing its check found. */
export interface Excerpt {
  id: string;
  title: string | null;
  before: string;
  checked: string;
  after: string;
  check: Check;
  checks: number;
  findings: number;
}

/** The most telling finding of an article, within the sentences around it; `null` where nothing was found wrong. */
export function excerptOf({ reading, checks }: ReadArticle): Excerpt | null {
  const findings = checks.filter(({ verdict }) => isFinding(verdict));
  // A finding with a number found is arithmetic that can be followed.
  const check = findings.find(({ found }) => found !== null) ?? findings[0];
  if (!check) return null;
  const { text } = reading.document;
  const at = reading.sentences.findIndex(({ end }) => end > check.start);
  const from = reading.sentences[Math.max(0, at - 1)]?.start ?? 0;
  const to = Math.max(reading.sentences[at + 1]?.end ?? text.length, check.end);
  const paragraphStart = text.lastIndexOf('\n', check.start) + 1;
  const paragraphEnd = text.indexOf('\n', check.end);
  const start = Math.max(from, paragraphStart);
  const end = paragraphEnd < 0 ? to : Math.min(to, paragraphEnd);
  return {
    id: reading.document.id,
    title: reading.document.title,
    before: text.slice(start, check.start),
    checked: text.slice(check.start, check.end),
    after: text.slice(check.end, end),
    check,
    checks: checks.length,
    findings: findings.length,
  };
}
