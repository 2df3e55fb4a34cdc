import type { Article } from '../article/article.js';
import type { Sentence, Token } from '../language/sentence.js';
import type { Day, MentionKind } from '../reading.js';
import type { ActorMention } from './actor-mention.js';
import type { Antecedent, Discourse } from './discourse.js';
import { type PhraseMatch, wordsOf } from './phrase-index.js';
import { knownPhrases, type Sense } from './senses.js';

/** A sentence while it is read for actors. */
export interface SentenceReader {
  article: Article;
  sentence: Sentence;
  /** The article's day, by which offices are held. */
  date: Day | null;
  /** What was mentioned before; grows while the sentence is read. */
  discourse: Discourse;
  /** Phrases of the dictionary by the token they start in. */
  matches: Map<number, Match>;
}

/** A phrase of the dictionary in its place: tokens `first` to `end`, characters `from` to `to`. */
export interface Match {
  first: number;
  end: number;
  from: number;
  to: number;
  senses: Sense[];
}

/** What a phrase stands for, before it has a place in the text. */
export type Meaning = Omit<Antecedent, 'name'> & { name?: string | undefined; kind: MentionKind };

/** The phrases of the dictionary in a sentence. */
export function matchesOf(text: string, sentence: Sentence): Map<number, Match> {
  const words = wordsOf(text, sentence.start, sentence.end);
  const found = new Map<number, Match>();
  let token = 0;
  for (const match of knownPhrases().find(text, words)) {
    while (token < sentence.tokens.length && sentence.tokens[token]!.end <= match.start) token++;
    found.set(token, {
      first: token,
      end: tokenAfter(sentence.tokens, token, match),
      from: match.start,
      to: match.end,
      senses: match.values,
    });
  }
  return found;
}

/** Adds a mention; the phrases it takes in go, because only the outermost are kept. Offsets default to those of the tokens. */
export function addMention(
  reader: SentenceReader,
  firstToken: number,
  endToken: number,
  meaning: Meaning,
  from?: number,
  to?: number,
): void {
  const { tokens } = reader.sentence;
  const start = from ?? tokens[firstToken]!.start;
  const end = to ?? tokens[endToken - 1]!.end;
  const { kind, countries, person, organisation, confidence, reason } = meaning;
  const words = reader.article.text.slice(start, end);
  const mention: ActorMention = {
    start,
    end,
    countries,
    person,
    organisation,
    name: meaning.name || person || words,
    kind,
    sentence: reader.sentence.index,
    firstToken,
    endToken,
    headToken: headOf(tokens, firstToken, endToken),
    confidence,
    reason,
  };
  dropInside(reader.discourse.mentions, mention);
  reader.discourse.mentions.push(mention);
}

/** Whether a token lies in the mention that was added last. */
export function isCovered(reader: SentenceReader, token: number): boolean {
  const last = reader.discourse.mentions.at(-1);
  return last !== undefined && last.sentence === reader.sentence.index && token < last.endToken;
}

function dropInside(mentions: ActorMention[], wider: ActorMention): void {
  while (mentions.length > 0 && mentions.at(-1)!.start >= wider.start) mentions.pop();
}

/** The token whose head stands outside the phrase. */
function headOf(tokens: Token[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head } = tokens[i]!;
    if (head < first || head >= end) return i;
  }
  return end - 1;
}

function tokenAfter(tokens: Token[], from: number, match: PhraseMatch<Sense>): number {
  let end = from + 1;
  while (end < tokens.length && tokens[end]!.start < match.end) end++;
  return end;
}
