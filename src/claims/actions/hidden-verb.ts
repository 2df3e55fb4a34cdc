/** Verbs that the tagger took for nouns. */
import { isIrregularPast } from './frames.js';
import type { Tree } from './tree.js';
import { candidates } from './wording.js';

/**
 * A verb the tagger took for a noun still has an object or a particle ("a jet shot down a bomber"), or stands in a
 * headline between its subject and its object, before any other verb ("Canada expels six diplomats").
 */
export function isHiddenVerb(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  if (!['NOUN', 'ADJ', 'ADV', 'PROPN'].includes(token.upos)) return false;
  const hasObject = tree.children[index]!.some(
    child => child > index && (tree.tokens[child]!.deprel === 'obj' || tree.tokens[child]!.deprel === 'compound:prt'),
  );
  return hasObject || isHeadlineVerb(tree, index);
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** "Hanoi and Seoul upgrade ties": after two names a headline's verb has no ending. */
function isBehindPair({ tokens }: Tree, index: number): boolean {
  const [first, link, second] = tokens.slice(Math.max(0, index - 3), index);
  return (
    first?.upos === 'PROPN' &&
    second?.upos === 'PROPN' &&
    /^(?:and|,|&)$/.test(link!.form) &&
    ['NOUN', 'ADJ', 'ADV'].includes(tokens[index]!.upos)
  );
}

function isHeadlineVerb(tree: Tree, index: number): boolean {
  const { tokens } = tree;
  const token = tokens[index]!;
  if (
    !(/^[a-z]+(s|ed)$/.test(token.form) || isIrregularPast(token.form) || isBehindPair(tree, index)) ||
    candidates('noun', token.lemma, token.form).some(({ pattern }) => pattern.length === 1)
  )
    return false;
  // "Israel reportedly wounded three advisers": an adverb may stand between subject and verb.
  const isAdverb = tokens[index - 1]?.upos === 'ADV' && tokens[index - 1]!.form.endsWith('ly');
  const before = tokens[isAdverb ? index - 2 : index - 1];
  const after = tokens[index + 1];
  if (!before || !after || (before.upos !== 'PROPN' && before.upos !== 'NOUN')) return false;
  if (after.upos === 'PUNCT' || after.upos === 'VERB' || after.upos === 'AUX') return false;
  for (let other = index - 1; other >= 0 && !/^[:;.•|]$/.test(tokens[other]!.form); other--) {
    if (FINITE.has(tokens[other]!.xpos)) return false;
  }
  return true;
}
