import type { ActorMention } from '../../actors/actor-mention.js';
import type { Found, Span, StatementClaim } from '../../reading.js';
import type { MentionIndex } from '../statements/mention-index.js';
import type { Passage } from '../statements/passage.js';
import type { Quotation } from '../statements/quotations.js';

/** A person or state as a side of an address. */
export interface Party extends Span {
  name: string;
  isPerson: boolean;
  country: string | null;
}

/** A stretch of what somebody says. */
export interface Spoken {
  content: Span;
  speaker: Party;
  /** Where the statement's cue stands. */
  cue: Span | null;
}

/** A sentence with all that tells who addresses whom in it. */
export interface Scene {
  passage: Passage;
  mentions: MentionIndex;
  /** What is said in and around the sentence, in the order of the text. */
  statements: Spoken[];
  quotations: Quotation[];
  date: string | null;
  pairOfArticle: [string, string] | null;
}

/** Words of address, and how they stand in the text. */
export interface Term extends Span {
  way: 'vocative' | 'epithet' | 'predicate' | 'relation';
  /** Who is named so, where the words right before the term say it: 'called X "..."'. */
  named?: Party;
  /** Who names him so, where the words say it: 'was called "..." by X'. */
  namedBy?: Party;
}

/** What the statements of an article say, span by span, with who speaks. */
export function spokenSpans(statements: Found<StatementClaim>[]): Spoken[] {
  return statements
    .flatMap(({ speaker, content, cue }) =>
      speaker
        ? content.map(span => ({
            content: span,
            cue,
            speaker: {
              name: speaker.person ?? speaker.country ?? speaker.name,
              isPerson: speaker.person !== null,
              country: speaker.country,
              start: speaker.start,
              end: speaker.end,
            },
          }))
        : [],
    )
    .sort((a, b) => a.content.start - b.content.start);
}

/** A mention as a side of an address. */
export function partyOf(mention: ActorMention): Party {
  const country = mention.countries.length === 1 ? mention.countries[0]! : null;
  return {
    name: mention.person ?? country ?? mention.name,
    isPerson: mention.person !== null,
    country,
    start: mention.start,
    end: mention.end,
  };
}

/** Persons and states of the sentence outside a stretch of it, in order. */
export function actorsAround({ passage, mentions }: Scene, { start, end }: Span): Party[] {
  return mentions
    .within(passage.sentence)
    .filter(mention => mention.kind !== 'place' && (mention.person !== null || mention.countries.length > 0))
    .filter(mention => mention.end <= start || mention.start >= end)
    .sort((a, b) => a.start - b.start)
    .flatMap(mention =>
      mention.countries.length > 1
        ? mention.countries.map(country => ({ ...partyOf(mention), name: country, isPerson: false, country }))
        : [partyOf(mention)],
    );
}
