import type { Country } from '../../reading.js';
import { directedParties } from './directed-roles.js';
import { doersOf } from './doers.js';
import { nearestOther } from './nearest.js';
import { NOBODY, type Parties, type Scene, union } from './parties.js';
import { slotParties } from './slots.js';
import type { Trigger } from './trigger.js';

/** Who did it and to whom, and by which path that was read. */
export interface Roles {
  source: Country[];
  target: Country[];
  names: string[];
  /** The head words of the doers, for the deeds that borrow them. */
  doers: number[];
  /** `subject`, `by`, `possessor`, `nearest` ...: how the doer was found; the same for the counterpart. */
  sourcePath: string;
  targetPath: string;
}

/** Reads source and target of a deed from the clause of its trigger. */
export function rolesOf(scene: Scene, trigger: Trigger): Roles {
  return trigger.frame.mutual ? mutualRoles(scene, trigger) : directedRoles(scene, trigger);
}

function mutualRoles(scene: Scene, trigger: Trigger): Roles {
  const found: Parties[] = [];
  const between = slotParties(scene, trigger, 'between');
  if (between.countries.length > 1) found.push(between);
  const doers = doersOf(scene, trigger);
  found.push(doers.parties);
  for (const slot of trigger.frame.target)
    if (slot !== 'subj') found.push(slotParties(scene, trigger, slot, slot === 'between' || slot === 'with', false));
  let all = union(found);
  let path = doers.path;
  if (all.countries.length === 1) {
    const other = nearestOther({ ...scene, recent: NOBODY }, trigger, all.countries, trigger.frame.type !== 'ASSAULT');
    if (other) {
      all = union([all, other.parties]);
      path = `${path}+nearest`;
    }
  }
  return {
    source: all.countries,
    target: all.countries,
    names: all.names,
    doers: doers.heads,
    sourcePath: path,
    targetPath: 'mutual',
  };
}

function directedRoles(scene: Scene, trigger: Trigger): Roles {
  const doers = doersOf(scene, trigger);
  const { source, sourcePath, target, targetPath } = directedParties(scene, trigger, doers);
  return {
    source: source.countries,
    target: target.countries,
    names: [...new Set([...source.names, ...target.names])],
    doers: doers.heads,
    sourcePath,
    targetPath,
  };
}
