/** Words that point to past, present or future without a date; data/time-vague.csv lists them. */
import { knownTable } from '../../knowledge.js';
import type { TimeExpression } from '../../reading.js';
import type { TimeReader } from '../reader.js';
import { pattern } from '../vocabulary.js';

interface VagueWords {
  type: TimeExpression['type'];
  value: string;
  unlessBefore: RegExp | null;
  unlessAfter: RegExp | null;
}

const vague = new Map(
  knownTable('time-vague.csv').map((row): [string, VagueWords] => [
    row.words!,
    {
      type: row.type as TimeExpression['type'],
      value: row.value!,
      unlessBefore: row.unless_before ? new RegExp(row.unless_before, 'i') : null,
      unlessAfter: row.unless_after ? new RegExp(row.unless_after, 'i') : null,
    },
  ]),
);

/** The single words by which a sentence shows that it may hold one of these. */
export const vagueClues = [...vague.keys()].map(words => words.split(' ').at(-1)!);

const alternatives = [...vague.keys()].sort((a, b) => b.length - a.length).join('|');

export const vagueReference: TimeReader = {
  name: 'recently',
  needs: ['word'],
  pattern: pattern(`(?:at )?(?<words>${alternatives})`),
  meaning({ words }, { before, after }) {
    const found = vague.get(words!.toLowerCase().replace(/\s+/g, ' '));
    if (!found || found.unlessBefore?.test(before) || found.unlessAfter?.test(after)) return null;
    return { type: found.type, value: found.value };
  },
};
