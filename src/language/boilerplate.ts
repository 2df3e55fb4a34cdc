import { knownList } from '../knowledge.js';

/** What data/boilerplate.yaml holds. */
interface BoilerplateWordings {
  whole: string[];
  begins: string[];
  holds: string[];
}

/** Longer sentences are prose, even when they begin like a line of the page. */
const LONGEST_LINE = 260;

/**
 * Whether a sentence is a line of the page ("Leave a comment", "Photo: ...") rather than of the article, by the wordings
 * of data/boilerplate.yaml.
 *
 * @param sentence its text, or the beginning of it
 * @param length its full length
 */
export function isBoilerplate(sentence: string, length = sentence.length): boolean {
  if (length > LONGEST_LINE) return false;
  const { whole, begins, holds } = wordings();
  const line = levelled(sentence);
  return (
    whole.has(line.replace(/[\s.:!>»…|]+$/, '').replace(/\s*\(?\d{1,6}\)?$/, '')) ||
    begins.some(words => line.startsWith(words)) ||
    holds.some(words => line.includes(words))
  );
}

let known: { whole: Set<string>; begins: string[]; holds: string[] } | null = null;

function wordings(): { whole: Set<string>; begins: string[]; holds: string[] } {
  if (known) return known;
  const { whole, begins, holds } = knownList<BoilerplateWordings>('boilerplate.yaml');
  known = { whole: new Set(whole), begins, holds };
  return known;
}

function levelled(sentence: string): string {
  return sentence.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
