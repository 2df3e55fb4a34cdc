import { grouped } from '../../grouped.js';
import { knownList } from '../../knowledge.js';
import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { isInfinitiveMark } from './content.js';
import { deniedThings } from './denied-things.js';

/** Stances of cues that only report words: what the words say decides. */
const OPEN = new Set(['assert', 'ask', 'warn']);
/** Words by which speakers mean themselves, or are meant in reported speech. */
const SELF = /^(?:i|we|he|she|it|they|my|our|his|her|its|their)$/i;

/** What a statement is made of, for its stance. */
export interface Said {
  /** The stance its cue gives. */
  cueStance: string;
  isCueNegated: boolean;
  /** The words of its content that stand in the cue's sentence. */
  words: Token[];
  /** Whether the words are quoted, so that "we" is the speaker. */
  isDirect: boolean;
  /** "called X Y", "described X as Y". */
  isNaming: boolean;
  /** Its content tells of a raid, arrest or other hostile deed by another country. */
  tellsOfHostility: boolean;
  /** The speaker's words, in small letters. */
  speaker: string[];
  /** Whose side words stand for: the speaker's own country, another's, or none that is known. */
  sideOf(words: Span): 'own' | 'other' | null;
}

/**
 * The speaker's stance. A cue that says it all keeps its own ("denied", "praised"); after "said" and its like the
 * content decides: what the speaker says of himself in the future is a promise or a refusal, a negated deed of his own a
 * denial, else the words of data/statements/stance-words.yaml.
 */
export function stanceOf(said: Said): string {
  const { cueStance, isCueNegated, words, isDirect } = said;
  if (isCueNegated && OPEN.has(cueStance)) return 'silence';
  if (
    OPEN.has(cueStance) &&
    /^(?:nothing|little)$/i.test(words[0]?.form ?? '') &&
    /^(?:about|of|on)$/i.test(words[1]?.form ?? '')
  )
    return 'silence';
  if (/^(?:reject|silence)$/.test(cueStance)) return ofRefusal(words) ?? deniedNaming(said, cueStance);
  if (!OPEN.has(cueStance) || words.length === 0) return cueStance;
  if (cueStance === 'ask') return isOrder(words) ? 'demand' : 'ask';
  if (cueStance === 'warn') return hasWords(words, 'threaten') ? 'threaten' : 'warn';
  if (isDirect && /^no$/i.test(words[0]!.form) && words.filter(({ upos }) => upos !== 'PUNCT').length === 1)
    return 'deny';
  const told = cueStance === 'assert' && said.tellsOfHostility ? 'accuse' : cueStance;
  return deniedNaming(said, ofSpeaker(said) ?? ofWords(said) ?? told);
}

/** "refused to say whether", "declined to comment" tell nothing; "refused to rule out" force threatens with it. */
function ofRefusal(words: Token[]): string | null {
  const infinitive =
    words[0]?.form.toLowerCase() === 'to' ? words.slice(1, 3).map(({ form }) => form.toLowerCase()) : [];
  if (
    /^(?:say|comment|confirm|disclose|discuss|reveal|answer|speculate|elaborate|name|identify|specify)$/.test(
      infinitive[0] ?? '',
    )
  )
    return 'silence';
  return /^(?:rule out|exclude)/.test(infinitive.join(' ')) ? 'threaten' : null;
}

/** 'called the charge "a lie"', 'dismissed the report as "slander"': who rejects what is told of him denies it. */
function deniedNaming({ words, isNaming }: Said, stance: string): string {
  if (stance === 'reject' && words.length > 0 && rowsIn(words)[0]?.stance === 'deny') return 'deny';
  const isDenial = isNaming && words.slice(0, 6).some(({ lemma }) => deniedThings().has(lemma.toLowerCase()));
  return isDenial && /^(?:accuse|reject|deny)$/.test(stance) ? 'deny' : stance;
}

/** "to withdraw": what is asked for is a deed, not an answer. */
function isOrder(words: Token[]): boolean {
  const start = words.findIndex((_, at) => isInfinitiveMark(words, at));
  return start >= 0 && !/^(?:whether|if|what|why|how|who|when|where)$/i.test(words[0]!.form);
}

/** What the first clause says of the speaker: will do, will not do, did not do. */
function ofSpeaker({ words, speaker, isDirect, sideOf }: Said): string | null {
  const verb = words.findIndex(token => /^(?:VB[DPZ]|MD)$/.test(token.xpos));
  if (verb < 0 || verb > 14) return null;
  const before = words.slice(0, verb).filter(token => token.upos !== 'SCONJ' && token.upos !== 'PUNCT');
  const subject = before.map(token => token.form.toLowerCase());
  const isSelf =
    (verb > 0 && sideOf({ start: words[0]!.start, end: words[verb - 1]!.end }) === 'own') ||
    before.some(token => (isDirect ? /^(?:i|we|our|my)$/i : SELF).test(token.form)) ||
    subject.some(word => speaker.includes(word) && word.length > 2);
  const isNobody = /^(?:no|nobody|none|nothing|neither)$/.test(subject[0] ?? '');
  const ahead = words.slice(verb + 1, verb + 4);
  const isNegated = ahead.some(token => /^(?:not|n['’]t|never|no|nothing|none)$/i.test(token.form));
  const lemma = words[verb]!.lemma.toLowerCase();
  const isFuture =
    /^(?:will|shall|'ll|’ll|would|wo)$/.test(lemma) || (lemma === 'be' && isInfinitiveMark(words, verb + 1));
  if (isFuture && isSelf && isNegated) return hasWords(words, 'promise', 'negated') ? 'promise' : 'reject';
  if (isFuture && isSelf)
    return hasWords(words, 'threaten') ? 'threaten' : hasWords(words, 'silence') ? null : 'promise';
  // "it could not accept the new line": what the speaker cannot do is refused, unless it is to tell.
  if (/^(?:can|could|ca)$/.test(lemma) && isSelf && isNegated) return hasWords(words, 'silence') ? 'silence' : 'reject';
  if (isFuture && isNobody) return 'deny';
  if (isNobody && !hasWords(words, 'condemn')) return 'deny';
  if (isSelf && isNegated && !['silence', 'reject', 'praise'].some(stance => hasWords(words, stance))) return 'deny';
  return null;
}

/** The first stance of the file one of whose words stands in the content, under the row's condition. */
function ofWords({ words, isDirect, sideOf, isNaming }: Said): string | null {
  if (words[0]!.xpos === 'VB' && !/^(?:let|be)$/i.test(words[0]!.form)) return 'demand';
  const verb = words.findIndex(token => /^(?:VB[DPZ]|MD)$/.test(token.xpos));
  const subject = words.slice(0, Math.max(verb, 0));
  const side =
    (subject.length > 0 ? sideOf({ start: subject[0]!.start, end: subject.at(-1)!.end }) : null) ??
    (isDirect && subject.some(({ form }) => /^(?:you|your)$/i.test(form)) ? 'other' : null);
  const row = rowsIn(words).find(
    ({ only }) =>
      only !== 'negated' && (only !== 'other' || side === 'other') && (only !== 'quoted' || isDirect || isNaming),
  );
  return row?.stance ?? null;
}

function hasWords(words: Token[], stance: string, only?: StanceWords['only']): boolean {
  return rowsIn(words).some(row => row.stance === stance && row.only === only);
}

/** The rows one of whose phrases stands in the words, in the order of the file. */
function rowsIn(words: Token[]): StanceWords[] {
  const { rows, byFirst } = stances();
  const found = new Set<number>();
  for (const [at, token] of words.entries()) {
    for (const first of new Set([token.lemma.toLowerCase(), token.form.toLowerCase()]))
      for (const { row, phrase } of byFirst.get(first) ?? [])
        if (
          (rows[row]!.as !== 'verb' || token.upos === 'VERB') &&
          phrase.every((word, offset) => offset === 0 || isWord(words[at + offset], word))
        )
          found.add(row);
  }
  return [...found].sort((one, other) => one - other).map(row => rows[row]!);
}

function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.lemma.toLowerCase() === word || token.form.toLowerCase() === word);
}

interface StanceWords {
  stance: string;
  /**
   * `other`: only of deeds of another country; `quoted`: only in quoted words, or as the name given to somebody; `negated`: only
   * of what the speaker will not do.
   */
  only?: 'other' | 'quoted' | 'negated';
  /** `verb`: the (first) word counts as a verb alone, "to shell", not "the shells". */
  as?: 'verb';
}

interface StanceTable {
  rows: StanceWords[];
  /** Phrases by their first word, with the number of their row. */
  byFirst: Map<string, { row: number; phrase: string[] }[]>;
}

let known: StanceTable | null = null;

function stances(): StanceTable {
  known ??= load();
  return known;
}

function load(): StanceTable {
  const rows = knownList<(StanceWords & { words: string[] })[]>('statements/stance-words.yaml');
  const phrases = rows.flatMap(({ words }, row) => words.map(phrase => ({ row, phrase: phrase.split(' ') })));
  return { rows, byFirst: grouped(phrases, ({ phrase }) => phrase[0]!) };
}
