import { knownTable } from '../../knowledge.js';
import type { Token } from '../../language/sentence.js';

/** What a cue may take as the content of a statement; data/statements/cues.csv says what each means. */
export type Takes =
  | 'clause'
  | 'speech'
  | 'to'
  | 'who-to'
  | 'who-of'
  | 'who-for'
  | 'for-to'
  | 'doing'
  | 'call'
  | 'as'
  | 'as-to'
  | 'who'
  | 'source';

/** A word of speech, belief or intention. */
export interface Cue {
  kind: 'verb' | 'noun' | 'adjective' | 'phrase';
  words: string[];
  /** The stance that each way of taking content gives. */
  stances: Map<Takes, string>;
}

/** A cue as it stands in a sentence: its first token, and one past its last. */
export interface CueHere {
  cue: Cue;
  head: number;
  end: number;
}

let table: Map<string, Cue[]> | null = null;

/** The cue that starts at a token, the longest one; `null` where none does. Particles may stand behind an object. */
export function cueAt(tokens: Token[], index: number): CueHere | null {
  const token = tokens[index]!;
  const kind = cueKind(tokens, index);
  for (const cue of cues().get(lemmaForm(token)) ?? []) {
    if (cue.kind !== 'phrase' && cue.kind !== kind) continue;
    if (cue.words.every((word, offset) => offset === 0 || matches(tokens[index + offset], word))) {
      return { cue, head: index, end: index + cue.words.length };
    }
  }
  return null;
}

/** One past the verb of speech that starts at a token however it is tagged ("the article read"); `null` without one. */
export function speechCueAt(tokens: Token[], index: number): number | null {
  for (const cue of cues().get(lemmaForm(tokens[index]!)) ?? []) {
    if (cue.kind !== 'verb' || !cue.stances.has('speech')) continue;
    if (cue.words.every((word, offset) => offset === 0 || matches(tokens[index + offset], word)))
      return index + cue.words.length;
  }
  return null;
}

function cueKind(tokens: Token[], index: number): Cue['kind'] | null {
  const token = tokens[index]!;
  if (token.upos === 'VERB' || token.upos === 'AUX' || isVerbByPlace(tokens, index)) return 'verb';
  if (token.upos === 'NOUN') return 'noun';
  if (token.upos === 'ADJ') return 'adjective';
  return null;
}

/**
 * "Lavrov claims that", "the minister grumbles that", "Putin plans to": behind a name or pronoun and before a clause the
 * plural of a noun is a verb wrongly tagged. Behind a noun only where the word cannot be a noun of speech itself.
 */
function isVerbByPlace(tokens: Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.upos !== 'NOUN' || !/[a-z]s$/.test(token.form)) return false;
  let next = index + 1;
  if (tokens[next]?.upos === 'ADP') next++;
  if (!/^(?:that|whether|to|it|he|she|they|there)$/.test(tokens[next]?.form ?? '')) return false;
  let at = index - 1;
  while (at > 0 && tokens[at]!.upos === 'ADV') at--;
  const before = tokens[at];
  if (!before) return false;
  if (before.upos === 'PROPN' || /^(?:he|she|it|who)$/i.test(before.form)) return true;
  if (before.upos !== 'NOUN') return false;
  const isNounToo =
    cues()
      .get(lemmaForm(token))
      ?.some(cue => cue.kind === 'noun') === true;
  return at === 0 ? /^\p{Lu}/u.test(before.form) : !isNounToo && tokens[next]!.form === 'that';
}

function matches(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.form.toLowerCase() === word || token.lemma.toLowerCase() === word);
}

function lemmaForm(token: Token): string {
  return token.form.toLowerCase() === 'according' ? 'according' : token.lemma.toLowerCase();
}

/** All cues by first word, the longest first. */
function cues(): Map<string, Cue[]> {
  if (table) return table;
  table = new Map();
  for (const row of knownTable('statements/cues.csv')) {
    const words = row.cue!.split(' ');
    const list = table.get(words[0]!) ?? [];
    table.set(words[0]!, list);
    let cue = list.find(known => known.kind === row.kind && known.words.join(' ') === row.cue);
    if (!cue) {
      cue = { kind: row.kind as Cue['kind'], words, stances: new Map() };
      list.push(cue);
    }
    for (const takes of row.takes!.split(' ')) cue.stances.set(takes as Takes, row.stance!);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}
