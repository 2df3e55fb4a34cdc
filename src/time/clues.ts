/** A glance at a sentence: which classes of words it holds, so that most readers need not look at most sentences. */
import type { Clue } from './reader.js';
import { holidayClues } from './readers/holidays.js';
import { vagueClues } from './readers/vague.js';
import { type WordKind, wordsOf } from './vocabulary.js';

const WORD = /\p{L}+|\d+/gu;

/** Words that belong to no list but make an expression. */
const OTHER = [
  'today',
  'yesterday',
  'tomorrow',
  'tonight',
  'overnight',
  'noon',
  'midnight',
  'midday',
  'weekend',
  'mid',
  'half',
  'period',
  'ago',
  'later',
  'earlier',
  'hourlong',
  'daylong',
  'nightlong',
  'weeklong',
  'monthlong',
  'yearlong',
  'decadelong',
  'centurylong',
];

const clueOf = new Map<string, Set<Clue>>();

for (const kind of [
  'month',
  'weekday',
  'unit',
  'season',
  'daypart',
  'decade',
  'frequency',
  'ordinal',
  'number',
] as (WordKind & Clue)[]) {
  for (const word of wordsOf(kind)) remember(word.replace('.', ''), kind);
}
for (const word of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
  remember(`${word}s`, 'weekday');
for (const word of ['mornings', 'afternoons', 'evenings', 'nights']) remember(word, 'daypart');
for (const word of [...vagueClues, ...OTHER]) remember(word, 'word');
for (const word of holidayClues) remember(word, 'holiday');

/** The classes of time words in a text. Letter case is looked at as it stands in running text: small, Large, or ALL CAPITALS. */
export function cluesOf(text: string): Set<Clue> {
  const found = new Set<Clue>();
  for (const [word] of text.matchAll(WORD)) {
    const first = word.charCodeAt(0);
    if (first < 58) {
      found.add('digit');
      continue;
    }
    const clues = clueOf.get(word);
    if (clues) for (const clue of clues) found.add(clue);
  }
  return found;
}

function remember(word: string, clue: Clue): void {
  const lower = word.toLowerCase();
  for (const form of [lower, lower[0]!.toUpperCase() + lower.slice(1), lower.toUpperCase()]) {
    if (!clueOf.has(form)) clueOf.set(form, new Set());
    clueOf.get(form)!.add(clue);
  }
}
