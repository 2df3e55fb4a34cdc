import type { AddressClaim, Found, Span, StatementClaim } from '../reading.js';
import { partiesOf } from './address/parties.js';
import { type Scene, spokenSpans, type Term } from './address/scene.js';
import { termsIn } from './address/terms.js';
import { occasions, warmthOf } from './address/vocabulary.js';
import type { AnnotatedArticle } from './annotated.js';
import { mainPair } from './main-pair.js';
import { mentionIndex } from './statements/mention-index.js';
import { passagesOf } from './statements/passage.js';
import { findQuotations } from './statements/quotations.js';

export { warmthOf } from './address/vocabulary.js';

/**
 * Reads how leaders address and name each other: vocatives ("President Xi, my dear friend, ..."), epithets in
 * quotation marks ("his 'old friend'"), what a speaker says the other is ("is my best friend and colleague"), and names
 * of the relation ("a no-limits partnership"). Terms in a sequence are one claim each, in the order of the text.
 *
 * @param statements what the article's statements were read to be
 */
export function readAddresses(page: AnnotatedArticle, statements: Found<StatementClaim>[]): Found<AddressClaim>[] {
  const { text } = page.article;
  const quotations = findQuotations(text, page.sentences);
  const mentions = mentionIndex(page.mentions);
  const spoken = spokenSpans(statements);
  const pairOfArticle = mainPair(page.mentions);
  return passagesOf(text, page.sentences, quotations).flatMap(passage => {
    const scene: Scene = {
      passage,
      mentions,
      statements: spoken,
      quotations: [...passage.quotations, ...passage.nested],
      date: page.article.date.value,
      pairOfArticle,
    };
    return termsIn(scene).flatMap(term => addressClaim(scene, term) ?? []);
  });
}

function addressClaim(scene: Scene, term: Term): Found<AddressClaim> | null {
  const words = scene.passage.text.slice(term.start, term.end);
  const { speaker, addressee } = partiesOf(scene, term);
  if (term.way === 'predicate' && !addressee) return null;
  // "My dear friend," he wrote: nobody knows who to whom.
  if (!addressee && !speaker?.isPerson && !speaker?.country) return null;
  return {
    kind: 'address',
    start: term.start,
    end: term.end,
    confidence: speaker && addressee ? 0.85 : 0.75,
    speaker: speaker?.name ?? null,
    addressee: addressee?.name ?? null,
    term: words,
    occasion: occasionOf(scene, term),
    warmth: warmthOf(words),
  };
}

/** The words that say on what occasion: "During his last visit to Moscow in 2019". */
function occasionOf({ passage }: Scene, term: Span): string | null {
  const { text, sentence, tree } = passage;
  for (const token of tree.tokens) {
    if (token.start >= term.start && token.end <= term.end) continue;
    if (!occasions().has(token.lemma.toLowerCase())) continue;
    const preposition = tree.tokens
      .slice(Math.max(0, token.index - 5), token.index)
      .findLast(word => /^(?:at|in|during|after|before|on|over)$/i.test(word.form));
    if (!preposition) continue;
    const rest = text.slice(token.end, sentence.end);
    const tail =
      /^(?: (?:in|to|at|of|with|from) [\p{Lu}\d][\p{L}\d.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*)?){0,3}/u.exec(rest)?.[0] ??
      '';
    return text.slice(preposition.start, token.end + tail.length);
  }
  return null;
}
