import type { LeftOut } from './left-out.js';

/** What an article leaves out, for people: after the checks, or nothing. */
export function leftOutText(missing: LeftOut[]): string {
  if (missing.length === 0) return '';
  return `\n\nNot in the article, and on record:\n${missing.map(({ what, why }) => `- ${what}: ${why}`).join('\n')}`;
}
