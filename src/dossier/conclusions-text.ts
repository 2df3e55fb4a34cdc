import { shortened } from '../check/words.js';
import type { Reading } from '../reading.js';
import type { Conclusion } from './conclusions.js';

/** Longest wording of a claim that is printed beside a verdict, in characters. */
const LONGEST_WORDS = 80;

/** The headline and verdicts of an article with what it offers for them, for people: after the checks, or nothing. */
export function conclusionsText({ claims, document: { text } }: Reading, conclusions: Conclusion[]): string {
  if (conclusions.length === 0) return '';
  const wordsOf = (ids: string[]) =>
    claims
      .filter(({ id }) => ids.includes(id))
      .map(({ start, end }) => `“${shortened(text.slice(start, end), LONGEST_WORDS)}”`)
      .join(', ');
  const lines = conclusions.flatMap(({ words, headline, favours, reasons, alsoTold, against, leavesOut }) => [
    `- ${headline ? 'headline' : 'verdict'} “${shortened(words, LONGEST_WORDS)}”${favours ? ` (favours ${favours})` : ''}: ${
      reasons.length > 0 ? `the article gives ${wordsOf(reasons)}` : 'the article gives no reason'
    }`,
    ...(alsoTold.length > 0 ? [`  told elsewhere: ${wordsOf(alsoTold)}`] : []),
    ...(against.length > 0 ? [`  against it: ${wordsOf(against)}`] : []),
    ...(leavesOut.length > 0 ? [`  left out: ${leavesOut.map(({ what }) => what).join('; ')}`] : []),
  ]);
  return `\n\nWhat the article concludes:\n${lines.join('\n')}`;
}
