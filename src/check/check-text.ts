import type { Reading } from '../reading.js';
import type { Check } from './verdict.js';

/** Checks for people: each wording, what it came to, and the arithmetic; what was left alone is counted at the end. */
export function checkText({ document }: Reading, checks: Check[]): string {
  const told = checks.filter(({ verdict }) => !LEFT_ALONE.has(verdict));
  const lines = told.flatMap(({ start, end, verdict, why, confidence }) => [
    `${verdict}: “${document.text.slice(start, end).replace(/\s+/g, ' ')}” [${confidence.toFixed(2)}]`,
    `  ${why}`,
  ]);
  const alone = [...LEFT_ALONE].map(
    verdict => `${checks.filter(check => check.verdict === verdict).length} ${verdict}`,
  );
  return [...lines, ...(lines.length ? [''] : []), `Left alone: ${alone.join(', ')}.`].join('\n');
}

const LEFT_ALONE = new Set(['forecast', 'opinion', 'not checkable', 'not in the record']);
