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
  const { cueStance, isCueNegated, words } = said;
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
  return deniedNaming(said, ofSpeaker(said) ?? ofWords(said) ?? cueStance);
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
  if (isFuture && isSelf) return isNegated ? 'reject' : hasWords(words, 'threaten') ? 'threaten' : 'promise';
  if (isFuture && isNobody) return 'deny';
  if (isNobody && !hasWords(words, 'condemn')) return 'deny';
  if (isSelf && isNegated && !hasWords(words, 'reject') && !hasWords(words, 'praise')) return 'deny';
  return null;
}

/** The first stance of the file one of whose words stands in the content, under the row's condition. */
function ofWords({ words, isDirect, sideOf, isNaming }: Said): string | null {
  if (words[0]!.xpos === 'VB' && !/^(?:let|be)$/i.test(words[0]!.form)) return 'demand';
  const verb = words.findIndex(token => /^(?:VB[DPZ]|MD)$/.test(token.xpos));
  const side = verb > 0 ? sideOf({ start: words[0]!.start, end: words[verb - 1]!.end }) : null;
  const row = stances().find(
    ({ only, phrases }) =>
      (only !== 'other' || side === 'other') && (only !== 'quoted' || isDirect || isNaming) && standsIn(words, phrases),
  );
  return row?.stance ?? null;
}

function hasWords(words: Token[], stance: string): boolean {
  return stances().some(row => row.stance === stance && row.only === undefined && standsIn(words, row.phrases));
}

function standsIn(words: Token[], phrases: string[][]): boolean {
  return words.some((_, at) =>
    phrases.some(phrase =>
      phrase.every((word, offset) => {
        const token = words[at + offset];
        return token !== undefined && (token.lemma.toLowerCase() === word || token.form.toLowerCase() === word);
      }),
    ),
  );
}

interface StanceWords {
  stance: string;
  /** `other`: only of deeds of another country; `quoted`: only in quoted words, or as the name given to somebody. */
  only?: 'other' | 'quoted';
  phrases: string[][];
}

let known: StanceWords[] | null = null;

function stances(): StanceWords[] {
  known ??= knownList<{ stance: string; words: string[] }[]>('statements/stance-words.yaml').map(
    ({ stance, words }) => ({
      stance,
      phrases: words.map(phrase => phrase.split(' ')),
    }),
  );
  return known;
}
