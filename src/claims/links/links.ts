/** How the claims of one article hang together. docs/links.md says what each link means. */
import type { ClaimLink, Span } from '../../reading.js';
import { linkContradictions } from './contradictions.js';
import { linkConversions } from './conversions.js';
import type { Denial } from './denials.js';
import { linkFulfilments } from './fulfilments.js';
import type { Identified, Linker } from './linker.js';
import { linkRepetitions } from './repetitions.js';
import { linkSupports } from './supports.js';

/**
 * The links of each claim, by its id.
 *
 * @param denials which claim is denied by which statement.
 */
export function linksOf(
  text: string,
  sentences: Span[],
  ordered: Identified[],
  denials: Map<string, Denial>,
): Map<string, ClaimLink[]> {
  const links = new Map<string, ClaimLink[]>();
  const link: Linker = (from, type, to) => {
    const known = links.get(from) ?? [];
    if (from !== to && !known.some(other => other.type === type && other.claim === to))
      links.set(from, [...known, { type, claim: to }]);
  };
  for (const [denied, denial] of denials) link(denial.id, 'denies', denied);
  linkConversions(text, ordered, link);
  linkRepetitions(text, ordered, link);
  linkContradictions(text, ordered, link);
  linkFulfilments(ordered, link);
  linkSupports(text, sentences, ordered, link);
  return links;
}
