import type { Token } from '../language/sentence.js';
import type { Sense } from './senses.js';

const INSIDE = new Set([
  'in',
  'at',
  'near',
  'into',
  'across',
  'inside',
  'outside',
  'around',
  'through',
  'throughout',
  'within',
  'via',
  'off',
  'onto',
  'towards',
  'over',
  'under',
  'north',
  'south',
  'east',
  'west',
]);
const TOWARDS = new Set(['to', 'from', 'for', 'out', 'of', 'between']);
/** Verbs and nouns of movement: what follows their "to", "from" or "for" is where somebody goes. */
const MOVEMENT =
  /^(?:fly|go|travel|come|return|leave|arrive|visit|move|send|dispatch|drive|march|flee|sail|head|set|tour|ship|rush|transfer|deport|extradite|deploy|withdraw|pull|trip|visit|journey|flight|embassy|withdrawal|road|way|route|train|bus|bring|take|carry|ferry|smuggle|escape|retreat|welcome|invite|summon|slip|cross|enter|reach|storm|land)$/;
const MOVEMENT_OBJECT =
  /^(?:visit|leave|enter|reach|tour|cross|invade|storm|bomb|pound|shell|strike|hit|occupy|seize|capture|retake|quit|besiege|annex|encircle)$/;

/** Whether a name stands for where something happens, not for who acts: "in Moscow" against "Moscow said". */
export function standsAsPlace(
  tokens: Token[],
  first: number,
  end: number,
  kind: Sense['kind'],
  known: { has(token: number): boolean },
): boolean {
  if (kind === 'adjective' || kind === 'people') return false;
  const before = wordBefore(tokens, first, known);
  const preposition = before?.form.toLowerCase() ?? '';
  if (kind === 'place') return true;
  if (INSIDE.has(preposition)) return true;
  const isTown = kind === 'capital' || kind === 'seat';
  if (TOWARDS.has(preposition) && before) {
    const governor = governorOf(tokens, before.index);
    if (governor && MOVEMENT.test(governor)) return true;
    return false;
  }
  void end;
  const verb = tokens[tokens[first]!.head];
  return isTown && verb !== undefined && tokens[first]!.deprel === 'obj' && MOVEMENT_OBJECT.test(verb.lemma);
}

/** The word before a name, past its article and past other names of the same list ("in Paris, Rome and Bern"). */
function wordBefore(tokens: Token[], first: number, known: { has(token: number): boolean }): Token | null {
  let i = first - 1;
  for (let steps = 0; i >= 0 && steps < 12; steps++) {
    const { form, xpos } = tokens[i]!;
    if (/^(?:the|northern|southern|eastern|western|central|nearby|neighbouring|neighboring)$/i.test(form)) i--;
    else if (
      (form === 'and' || form === 'or' || form === ',') &&
      i > 0 &&
      /^NNP/.test(tokens[i - 1]!.xpos) &&
      followsKnown(i, known)
    )
      i--;
    else if (/^NNP/.test(xpos) && i < first - 1) i--;
    else return tokens[i]!;
  }
  return null;
}

function followsKnown(i: number, known: { has(token: number): boolean }): boolean {
  return known.has(i - 1) || known.has(i - 2) || known.has(i - 3);
}

/** The lemma of the nearest verb or noun before a preposition. */
function governorOf(tokens: Token[], preposition: number): string | null {
  for (let i = preposition - 1; i >= 0 && i > preposition - 5; i--) {
    if (/^(?:VERB|NOUN)$/.test(tokens[i]!.upos)) {
      if (MOVEMENT.test(tokens[i]!.lemma)) return tokens[i]!.lemma;
      if (tokens[i]!.upos === 'VERB') return tokens[i]!.lemma;
    }
  }
  return null;
}
