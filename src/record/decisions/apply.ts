/** Decisions laid over what was read and imported. What was read stays as it was. */
import type { EventRow } from '../../datasets/row.js';
import type { Country } from '../../reading.js';
import { type KeptClaim, namesOf } from '../kept-claim.js';
import type { LedgerDecision } from '../ledger/decided.js';
import { type Anchored, claimAt } from './anchor.js';
import { type ClaimAnchor, type Decision, type EventAnchor, holding } from './decision.js';
import { corrected } from './fields.js';

/** The decisions that hold, with the claims they mean now. */
export interface Resolved {
  /** Keys of claims that are rejected. */
  rejected: Set<string>;
  /** Claims that a person changed or confirmed, as they are now, by key. */
  changed: Map<string, KeptClaim>;
  /** What changes the ledger, in the order it was decided. */
  ledger: LedgerDecision[];
  /** Events that a person added. */
  rows: EventRow[];
  /** Decisions whose claim is not read any more. */
  orphans: Decision[];
}

/** What tells a claim from all others of the record. */
export function claimKey({ claim, article }: KeptClaim): string {
  return `${article.id}:${claim.id}`;
}

/**
 * Finds what decisions mean among the claims that are read now.
 *
 * @param claims all claims of the articles that decisions are anchored in.
 */
export function resolved(decisions: readonly Decision[], claims: readonly Anchored[]): Resolved {
  const result: Resolved = { rejected: new Set(), changed: new Map(), ledger: [], rows: [], orphans: [] };
  const keysOf = (anchors: ClaimAnchor[]) =>
    anchors.flatMap(anchor => {
      const found = claimAt(anchor, claims);
      return found ? claimKey(found.kept) : [];
    });
  const eventKeys = ({ claims: anchors, rows }: EventAnchor) => [...rows.map(id => `row:${id}`), ...keysOf(anchors)];
  for (const decision of holding(decisions)) {
    switch (decision.verb) {
      case 'reject':
      case 'accept': {
        const found = claimAt(decision.claim, claims);
        if (!found) result.orphans.push(decision);
        else if (decision.verb === 'reject') result.rejected.add(claimKey(found.kept));
        else {
          result.rejected.delete(claimKey(found.kept));
          change(result, found.kept, {});
        }
        break;
      }
      case 'correct': {
        if ('event' in decision) {
          const keys = eventKeys(decision.event);
          if (keys.length === 0) result.orphans.push(decision);
          result.ledger.push({ does: 'correct', keys, set: decision.set });
          break;
        }
        const found = claimAt(decision.claim, claims);
        if (found) change(result, found.kept, decision.set);
        else result.orphans.push(decision);
        break;
      }
      case 'merge': {
        const groups = decision.events.map(eventKeys);
        if (groups.some(keys => keys.length === 0)) result.orphans.push(decision);
        result.ledger.push({ does: 'merge', keys: groups.flat() });
        break;
      }
      case 'split': {
        const keys = keysOf(decision.claims);
        if (keys.length === 0) result.orphans.push(decision);
        result.ledger.push({ does: 'split', keys });
        break;
      }
      case 'add':
        result.rows.push(decision.row);
        break;
      case 'note':
        if ('claim' in decision && !claimAt(decision.claim, claims)) result.orphans.push(decision);
        break;
      case 'approve':
      case 'undo':
        break;
    }
  }
  return result;
}

function change(result: Resolved, kept: KeptClaim, set: Record<string, unknown>): void {
  const before = result.changed.get(claimKey(kept)) ?? kept;
  const now = { ...before, claim: corrected(before.claim, set) };
  const parties = partiesOf(now);
  const countries = parties.length > 0 ? [...new Set(parties)].sort() : before.countries;
  result.changed.set(claimKey(kept), { ...now, countries });
}

/**
 * The claims about two countries as people left them: without those rejected, corrected ones as corrected. One that was
 * corrected to be about one of the two comes in, one that no longer is goes.
 */
export function decidedClaims(claims: KeptClaim[], { rejected, changed }: Resolved, about: Country[]): KeptClaim[] {
  if (rejected.size === 0 && changed.size === 0) return claims;
  const own = new Set(claims.flatMap(namesOf));
  const come = [...changed].filter(
    ([key, kept]) => !own.has(key) && !rejected.has(key) && partiesOf(kept).some(party => about.includes(party)),
  );
  const stay = claims.flatMap(kept => {
    const names = namesOf(kept);
    if (names.some(name => rejected.has(name))) return [];
    const now = asChanged(kept, names, changed);
    const parties = partiesOf(now);
    return parties.length === 0 || parties.some(party => about.includes(party)) ? now : [];
  });
  return [...stay, ...come.map(([, kept]) => kept)];
}

/** What a person said of a copy of it holds for it too; it stands in the words of that copy then. */
function asChanged(kept: KeptClaim, names: string[], changed: Map<string, KeptClaim>): KeptClaim {
  const now = names.map(name => changed.get(name)).find(one => one !== undefined);
  if (!now) return kept;
  const { story, also } = kept;
  return { ...now, ...(story !== undefined && { story }), ...(also && { also }) };
}

function partiesOf({ claim }: KeptClaim): Country[] {
  return claim.kind === 'action' ? [...claim.source, ...claim.target, ...claim.third] : [];
}

/** The articles that decisions are anchored in, by hash. */
export function anchoredArticles(decisions: readonly Decision[]): string[] {
  const anchors = decisions.flatMap((decision): ClaimAnchor[] => [
    ...('claim' in decision ? [decision.claim] : []),
    ...('claims' in decision ? decision.claims : []),
    ...('event' in decision ? decision.event.claims : []),
    ...('events' in decision ? decision.events.flatMap(({ claims }) => claims) : []),
  ]);
  return [...new Set(anchors.map(({ article }) => article))].sort();
}
