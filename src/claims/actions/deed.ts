/** A deed while it is read: the words, how it stands and who did it, before it becomes a claim or is dropped. */
import type { ActionClaim, Country, Found, PloverType } from '../../reading.js';
import { partiesOf, type Scene } from './parties.js';
import type { Roles } from './roles.js';
import type { Standing } from './standing.js';
import type { Trigger } from './trigger.js';

/** A trigger with all that was read about it. */
export interface Deed {
  scene: Scene;
  trigger: Trigger;
  standing: Standing;
  roles: Roles;
  when: ActionClaim['when'];
  type: PloverType;
  of: PloverType | null;
  dropped: string | null;
}

/** A deed with the claim it became, or `null` where it was dropped. */
export interface ReadDeed {
  deed: Deed;
  claim: Found<ActionClaim> | null;
}

/** Paths that only guess a counterpart. */
export const WEAK_PATHS: ReadonlySet<string> = new Set(['none', 'home', 'nearest', 'partner']);
/** Deeds that are as often done inside one country. */
export const AT_HOME: ReadonlySet<PloverType> = new Set(['COERCE', 'ASSAULT', 'PROTEST']);

/** How a deed is remembered within its article: what was done, and to whom. */
export function deedKey(type: PloverType, target: Country[]): string {
  return `${type} ${[...target].sort().join('+')}`;
}

/** The countries that the phrases at some head words name. */
export function countriesAt(scene: Scene, heads: number[]): Country[] {
  return heads.flatMap(head => partiesOf(scene, head).countries);
}
