import type { Country } from '../reading.js';
import type { ActorMention } from './actor-mention.js';

/** What has been mentioned so far in an article: what later words can point back to. */
export interface Discourse {
  mentions: ActorMention[];
  /** Who was named in full, by family name: "Fidan" is whom the article introduced so, whoever else is called so. */
  named: Map<string, NamedPerson>;
}

/** A person as the article named them; no countries where it did not say to which they belong. */
export interface NamedPerson {
  person: string;
  countries: Country[];
  organisation: string | null;
}

/** What words that point back were found to mean. */
export interface Antecedent {
  countries: Country[];
  person: string | null;
  organisation: string | null;
  name: string;
  confidence: number;
  reason: string;
}

/** No antecedent is looked for further back than this: older ones are taken up again by name. */
const FURTHEST_SENTENCES = 3;
/** And no further than so many mentions, so that a sentence without end costs no more than another. */
export const FURTHEST_MENTIONS = 60;

/** The mentions of this and the last sentences, nearest first, nearest subjects before objects of the same sentence. */
export function recent(
  discourse: Discourse,
  sentence: number,
  fits: (mention: ActorMention) => boolean,
): ActorMention[] {
  const found: ActorMention[] = [];
  const last = discourse.mentions.length - 1;
  for (let i = last; i >= 0 && i > last - FURTHEST_MENTIONS; i--) {
    const mention = discourse.mentions[i]!;
    if (mention.sentence < sentence - FURTHEST_SENTENCES) break;
    if (fits(mention)) found.push(mention);
  }
  return found;
}

/** The meaning of an earlier mention carried over to words that point back to it. */
export function carriedOver(mention: ActorMention, words: string, confidence: number): Antecedent {
  return {
    countries: mention.countries,
    person: mention.person,
    organisation: mention.organisation,
    name: mention.name,
    confidence: confidence * mention.confidence,
    reason: `"${words}" points back to "${mention.name}"`,
  };
}
