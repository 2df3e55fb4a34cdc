/** The positions of a pair: how each voted, what it said of the other or to anybody, and what it did not do. */
import type { EventRow } from '../datasets/row.js';
import type { Country, StatementClaim } from '../reading.js';
import type { KeptClaim, RecordedEvent } from '../record/evidence.js';
import { claimsOf, type Kept } from './facts.js';
import { othersNamed } from './of-pair.js';
import type { Subject } from './section.js';
import { dossierSubjects } from './subjects.js';

/** Whom a statement of one of the two is about. */
export type Addressed = 'the other' | 'anybody' | 'others';

/** A statement with a stance, of one of the two. */
export interface Stance {
  by: Country;
  to: Addressed;
  kept: Kept<StatementClaim>;
}

export interface Positions {
  votes: EventRow[];
  said: Stance[];
  /** Deeds towards the other, or towards nobody who is named, that are told as not done. */
  notDone: RecordedEvent[];
}

/** @returns all of them, in the order of the evidence; what is said of others alone is among them and marked so. */
export function positionsOf({ a, b, evidence }: Pick<Subject, 'a' | 'b' | 'evidence'>): Positions {
  const { positions, stances, withheld } = dossierSubjects();
  const otherOf = (country: Country) => (country === a ? b : a);
  const linked = new Map(evidence.claims.map(kept => [nameOf(kept.article.id, kept.claim.id), kept]));
  return {
    votes: evidence.events.filter(row => positions.includes(row.type) && (row.a === a || row.a === b)),
    said: claimsOf(evidence, 'statement').flatMap(kept => {
      const by = kept.claim.speaker?.country;
      if ((by !== a && by !== b) || !stances.includes(kept.claim.stance)) return [];
      return [{ by, to: addressed(kept, by, otherOf(by), linked), kept }];
    }),
    notDone: evidence.ledger.filter(
      ({ claims, negated, type, source, target }) =>
        claims.length > 0 &&
        negated &&
        withheld.includes(type) &&
        source.some(by => (by === a || by === b) && (target.length === 0 || target.includes(otherOf(by)))),
    ),
  };
}

/** The other is named in it, or it denies or takes up what was said of the other; else it names a third state, or nobody. */
function addressed(kept: KeptClaim, by: Country, other: Country, linked: Map<string, KeptClaim>): Addressed {
  const takenUp = kept.claim.links.flatMap(({ claim }) => linked.get(nameOf(kept.article.id, claim)) ?? []);
  if ([kept, ...takenUp].some(({ countries }) => countries.includes(other))) return 'the other';
  return othersNamed(kept, [by]).length > 0 ? 'others' : 'anybody';
}

function nameOf(article: string, claim: string): string {
  return `${article}:${claim}`;
}
