import { knownList, knownTable } from '../knowledge.js';

/** What data/boilerplate.yaml holds. */
interface BoilerplateWordings {
  whole: string[];
  begins: string[];
  dated: string[];
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
  const { whole, begins, dated, holds } = wordings();
  const line = levelled(sentence);
  return (
    whole.has(line.replace(/[\s.:!>»…|]+$/, '').replace(/\s*\(?\d{1,6}\)?$/, '')) ||
    begins.some(words => line.startsWith(words)) ||
    dated.some(words => line.startsWith(words) && isDateOnly(line.slice(words.length))) ||
    holds.some(words => line.includes(words))
  );
}

/** Words beside the numbers of a date and a time: "on 5 Feb 2025 at 10:15 am GMT". */
const BESIDE_DATE = /^(?:on|at|am|pm|a\.m|p\.m|hrs|gmt|utc|bst|cet|ist|est|edt|et|pst|pdt|local|time)$/;

/** Whether a line says a day and nothing else, give or take the name of an author at its end. */
function isDateOnly(line: string): boolean {
  const words = line.replace(/ by .{1,40}$/, '').match(/[a-z]+(?:\.[a-z]+)?|\d+/g) ?? [];
  return (
    words.some(word => /^\d/.test(word)) &&
    words.every(word => /^(?:\d+|st|nd|rd|th)$/.test(word) || BESIDE_DATE.test(word) || calendarWords().has(word))
  );
}

let calendar: Set<string> | null = null;

/** Names of months and days of the week, and their short forms. */
function calendarWords(): Set<string> {
  calendar ??= new Set(
    knownTable('time-words.csv').flatMap(({ kind, word }) => (kind === 'month' || kind === 'weekday' ? [word!] : [])),
  );
  return calendar;
}

let known: (Omit<BoilerplateWordings, 'whole'> & { whole: Set<string> }) | null = null;

function wordings(): NonNullable<typeof known> {
  if (known) return known;
  const { whole, ...rest } = knownList<BoilerplateWordings>('boilerplate.yaml');
  known = { whole: new Set(whole), ...rest };
  return known;
}

function levelled(sentence: string): string {
  return sentence.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
