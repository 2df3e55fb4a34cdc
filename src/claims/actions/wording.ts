/** Whether the words of a frame stand in a sentence: a verb with its particle or idiom, a noun with its compound. */
import { isTimeWord } from './clause.js';
import { inflections, type Wording, wordingsOf } from './frames.js';
import { dependents, relation, type Tree } from './tree.js';

/** A particle or a second word may stand this far behind its verb: "called the ambassador in". */
const LONGEST_GAP = 7;
/** The same where the wording leaves room: \"declared the ambassador, a retired general, persona non grata\". */
const LONGEST_FREE_GAP = 14;
/** What may stand between a light verb and its noun without breaking an idiom: "opened heavy fire". */
const TRANSPARENT = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'PART']);

/** The wordings of frames that begin with a word, by its lemma or its form. */
export function candidates(pos: 'verb' | 'noun', lemma: string, form: string): Wording[] {
  const lower = form.toLowerCase();
  const base = lemma.toLowerCase();
  let byLemma = wordingsOf(pos, base);
  // A plural noun tagged as a verb gets a verb's lemma: "aides" is no form of "aid".
  if (pos === 'verb' && byLemma.length > 0 && lower.endsWith('s') && !inflections(base).includes(lower)) byLemma = [];
  if (lower === base) return byLemma;
  const byForm = wordingsOf(pos, lower);
  return byForm.length === 0 ? byLemma : [...byLemma, ...byForm];
}

/** More words, and more that had to hold, make a better fit. */
export function weightOf({ frame, pattern, negated }: Wording): number {
  return (
    (negated ? 3 : 0) +
    // Who demonstrates decides more than what is stormed.
    (frame.type === 'PROTEST' && frame.subject ? 3 : 0) +
    pattern.length * 3 +
    (frame.subject ? (frame.subject.wanted ? 1.5 : 0.5) : 0) +
    (frame.object ? (frame.object.wanted ? 2.5 : 0.5) : 0) +
    frame.tests.filter(test => !test.startsWith('!')).length * 2.5
  );
}

/** Where the last word of a wording stands behind its verb, or `null` where one is missing. */
export function matchRest(tree: Tree, index: number, pattern: string[]): number | null {
  let at = index;
  let free = false;
  for (const word of pattern.slice(1)) {
    if (word === '...') {
      free = true;
      continue;
    }
    const next = nextMatch(tree, index, at, word, free);
    if (next === null) return null;
    at = next;
    free = false;
  }
  return at;
}

function nextMatch(tree: Tree, verb: number, after: number, word: string, free: boolean): number | null {
  const end = Math.min(tree.tokens.length, after + (free ? LONGEST_FREE_GAP : LONGEST_GAP));
  let clear = true;
  for (let index = after + 1; index < end; index++) {
    const token = tree.tokens[index]!;
    if (token.lemma === word || token.form.toLowerCase() === word) {
      if (clear || free) return index;
      const isParticle = token.head === verb && (token.deprel === 'compound:prt' || token.upos === 'ADV');
      const led = tree.tokens[token.head];
      const leadsPhrase =
        token.deprel === 'case' &&
        led?.head === verb &&
        !isTimeWord(led.lemma) &&
        dependents(tree, verb, 'obj', 'iobj').length === 0;
      const isObject = token.head === verb && relation(tree, index) === 'obj';
      if (isParticle || leadsPhrase || isObject) return index;
    }
    // "called Thursday on": a day may stand between a verb and its preposition.
    if (!TRANSPARENT.has(token.upos) && token.deprel !== 'nmod:poss' && !isTimeWord(token.lemma)) clear = false;
  }
  return null;
}

/** The same for a noun, whose words follow one another. */
export function matchContiguous(tree: Tree, index: number, pattern: string[]): number | null {
  for (let step = 1; step < pattern.length; step++) {
    const token = tree.tokens[index + step];
    if (!token || (token.lemma !== pattern[step] && token.form.toLowerCase() !== pattern[step])) return null;
  }
  return index + pattern.length - 1;
}

/** The word of a stretch that the others hang on. */
export function headAmong(tree: Tree, first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    const { head } = tree.tokens[index]!;
    if ((head < first || head > last) && tree.tokens[index]!.upos !== 'ADP') return index;
  }
  return last;
}
