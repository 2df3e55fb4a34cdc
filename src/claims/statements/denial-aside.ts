import { isVerb, type Tree } from '../actions/tree.js';
import { cueAt } from './cues.js';
import { deniedThings } from './denied-things.js';
import type { Draft } from './draft.js';
import { type Passage, spanOfTokens } from './passage.js';
import type { Run } from './phrase.js';

/** ", which Tehran denies", ", a charge Beijing has always rejected": the author tells who denies, or confirms, the clause before. */
export interface DenialAside {
  /** The comma that opens it. */
  comma: number;
  speaker: Run;
  verb: number;
  /** ", which Beijing confirmed" says the same again. */
  stance: 'deny' | 'assert';
}

/** Longest name of who denies, in words. */
const LONGEST_NAME = 8;
/** So many words may follow the verb: "which it has denied for years". */
const LONGEST_TAIL = 4;

/** The aside that opens at a comma, or `null`. */
export function denialAsideAt({ tokens }: Tree, comma: number): DenialAside | null {
  if (tokens[comma]?.form !== ',' && tokens[comma]?.form !== '–' && tokens[comma]?.form !== '—') return null;
  const first = behindOpening(tokens, comma + 1);
  if (first === null) return null;
  let end = first;
  while (end < first + LONGEST_NAME && /^(?:DET|ADJ|NOUN|PROPN|PART|ADP|PRON|CCONJ)$/.test(tokens[end]?.upos ?? ''))
    end++;
  let verb = end;
  while (/^(?:AUX|ADV)$/.test(tokens[verb]?.upos ?? '')) verb++;
  const nouns = tokens
    .slice(first, end)
    .filter(({ upos, form }) => /^(?:NOUN|PROPN|PRON)$/.test(upos) || /^(?:both|each|neither|all)$/i.test(form));
  const stance = tokens[verb] ? stanceOfAside(tokens, verb) : null;
  if (nouns.length === 0 || !stance) return null;
  const tail = tokens.slice(verb + 1);
  const stop = tail.findIndex(({ upos }) => upos === 'PUNCT' || upos === 'CCONJ');
  const rest = stop < 0 ? tail : tail.slice(0, stop);
  if (rest.length > LONGEST_TAIL || rest.some(isVerb)) return null;
  return { comma, speaker: { first, end, head: nouns.at(-1)!.index }, verb, stance };
}

/** All asides of a sentence. */
export function denialAsides(tree: Tree): DenialAside[] {
  return tree.tokens.flatMap((_, at) => denialAsideAt(tree, at) ?? []);
}

/**
 * The denial that an aside tells: its content is what a statement before it says ("Kyiv says X, which Moscow denies"; "X, Kyiv
 * says, a charge Moscow denies"), else the clause before it.
 */
export function statementByDenialAside(passage: Passage, aside: DenialAside, drafts: Draft[]): Draft | null {
  const { tokens } = passage.tree;
  const { start } = tokens[aside.comma]!;
  const told = drafts.findLast(
    ({ content, cue }) =>
      cue !== null && tokens[cue.first]!.start < start && content.every(span => span.end <= start + 1),
  );
  const whole = told ? null : spanOfTokens(passage, 0, aside.comma);
  const content = told?.content ?? (whole ? [whole] : []);
  if (content.length === 0) return null;
  return {
    speaker: aside.speaker,
    cue: { first: aside.verb, end: aside.verb + 1 },
    content,
    stance: aside.stance,
    isAside: true,
    confidence: 0.75,
  };
}

/** Behind "which", "something", "a charge (that)", "claims (which)": where the name begins; `null` without such an opening. */
function behindOpening(tokens: Tree['tokens'], at: number): number | null {
  const form = tokens[at]?.form.toLowerCase() ?? '';
  let next = at + 1;
  if (form !== 'which') {
    if (/^(?:an?|the|both)$/.test(form)) {
      while (tokens[next]?.upos === 'ADJ') next++;
      next++;
    }
    const noun = tokens[next - 1];
    const isThing = noun?.upos === 'NOUN' && deniedThings().has(noun.lemma.toLowerCase());
    if (!isThing && form !== 'something') return null;
    if (/^(?:that|which)$/i.test(tokens[next]?.form ?? '')) next++;
  }
  return next < tokens.length ? next : null;
}

function stanceOfAside(tokens: Tree['tokens'], verb: number): DenialAside['stance'] | null {
  if (!isVerb(tokens[verb]!) || tokens[verb]!.xpos === 'VBG') return null;
  if (/^(?:confirm|acknowledge|admit|concede)$/.test(tokens[verb]!.lemma)) return 'assert';
  const stances = cueAt(tokens, verb)?.cue.stances;
  return stances && [...stances.values()].some(stance => stance === 'deny' || stance === 'reject') ? 'deny' : null;
}
