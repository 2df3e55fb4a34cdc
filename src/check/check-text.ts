import type { Reading, Span } from '../reading.js';
import type { Check } from './verdict.js';
import { shortened } from './words.js';

/** Longer wordings are shortened where they are only listed. */
const LONGEST_LISTED = 90;

/**
 * Checks for people: each wording, what it came to, and the arithmetic; then what was left alone, each wording with the
 * reason in a few words.
 */
export function checkText({ document }: Reading, checks: Check[]): string {
  const wordsOf = ({ start, end }: Span) => document.text.slice(start, end).replace(/\s+/g, ' ');
  const told = checks.filter(({ verdict }) => !LEFT_ALONE.has(verdict));
  const lines = told.flatMap(check => [
    `${check.verdict}: “${wordsOf(check)}” [${check.confidence.toFixed(2)}]`,
    `  ${check.why}`,
  ]);
  const alone = checks.filter(({ verdict }) => LEFT_ALONE.has(verdict));
  if (alone.length === 0) return [...lines, ...(lines.length ? [''] : []), 'Nothing was left alone.'].join('\n');
  return [
    ...lines,
    ...(lines.length ? [''] : []),
    `Left alone: ${countsOf(alone)}.`,
    ...alone.map(check => `- ${check.verdict}: “${shortened(wordsOf(check), LONGEST_LISTED)}” - ${reasonOf(check)}`),
  ].join('\n');
}

const LEFT_ALONE = new Set<Check['verdict']>(['forecast', 'opinion', 'not checkable', 'not in the record']);

function countsOf(alone: Check[]): string {
  return [...LEFT_ALONE]
    .map(kind => [alone.filter(({ verdict }) => verdict === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}

/** Why it was left alone, without what was searched, which `--json` has. */
function reasonOf({ why }: Check): string {
  const reason = why.replace(/ \(searched: [^()]*\)\.$/, '').replace(/\.$/, '');
  return `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}
