/** Which kept article an article may have been written from: the one that most of its sentences are like. */
import { madeOnce } from '../../made-once.js';
import type { Reading } from '../../reading.js';
import type { Evidence, KeptClaim } from '../../record/evidence.js';
import { ALIKE, type SimilarSentence, similarSentences } from '../similar-sentences.js';

/** A sentence that stands in more articles than this is anybody's: a name in full, a line of background. */
const ANYBODYS = 50;
/** So many sentences at least must be like ones of the same article, and this share of all that can be known again. */
const FEWEST = { sentences: 2, share: 0.25 };
/** So many are handed out, those with the most sentences first. */
const MOST = 3;

/**
 * Ids of kept articles that share sentences with a reading, word by word or nearly, the likest first. Found by the rarest
 * words of its sentences; only sentences in which something was read can be found.
 */
export function possibleOriginals(reading: Reading, evidence: Evidence): string[] {
  const found = reading.sentences
    .map(sentence => (sentence.boilerplate ? [] : similarSentences(reading, evidence.claims, sentence)))
    .filter(similar => similar.length > 0);
  const fewest = Math.max(FEWEST.sentences, FEWEST.share * found.length) * ALIKE;
  return votesFor(found, articlesOf(evidence.claims))
    .filter(({ id, votes }) => votes >= fewest && id !== reading.document.id)
    .sort((one, other) => other.votes - one.votes || (one.id < other.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Of each article, how like its likest sentences are, added up over the sentences of the reading. */
function votesFor(found: SimilarSentence[][], { ids, having }: Articles): { id: string; votes: number }[] {
  const sentences = found.map(similar =>
    similar
      .toSorted((one, other) => other.likeness - one.likeness)
      .map(({ likeness, claims }) => ({ likeness, articles: having(claims) })),
  );
  const votes = new Float64Array(ids.length);
  const countedFor = new Int32Array(ids.length);
  for (const [at, similar] of sentences.entries()) {
    for (const { likeness, articles } of similar) {
      for (const article of articles) {
        // The likest sentence comes first, and is the one that counts.
        if (countedFor[article] === at + 1) continue;
        countedFor[article] = at + 1;
        votes[article]! += likeness;
      }
    }
  }
  return ids.flatMap((id, article) => (votes[article]! > 0 ? [{ id, votes: votes[article]! }] : []));
}

/** The articles of a record by number, so that votes for thousands are counted in a list. */
interface Articles {
  ids: string[];
  /** The numbers of the articles that have a sentence word by word; none where so many have it that it is anybody's. */
  having(claims: KeptClaim[]): number[];
}

const articlesOf = madeOnce((_: KeptClaim[]): Articles => {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    let number = numbers.get(id);
    if (number === undefined) {
      number = ids.push(id) - 1;
      numbers.set(id, number);
    }
    return number;
  };
  const having = madeOnce((claims: KeptClaim[]) =>
    claims.length > ANYBODYS * claimsOfFirst(claims)
      ? []
      : [...new Set(claims.map(({ article }) => numberOf(article.id)))],
  );
  return { ids, having };
});

/** How many claims of one sentence the first article has: the others, word by word the same, have as many. */
function claimsOfFirst(claims: KeptClaim[]): number {
  const next = claims.findIndex(({ article }) => article.id !== claims[0]!.article.id);
  return next < 0 ? claims.length : next;
}
