import type { Clause } from './clause.js';
import type { Frame } from './frames.js';

/** Words that name a deed, and the frame they were read by. */
export interface Trigger {
  /** The word the deed hangs on. */
  head: number;
  first: number;
  last: number;
  frame: Frame;
  /** The verb's own clause, or the clause of the verb that carries a noun ("hold talks"); `null` for a bare noun. */
  clause: Clause | null;
  /** The negation belongs to the wording: "not tolerate". */
  negationUsed: boolean;
  /** The words fit the frame, its conditions do not: kept only between two states. */
  loose: boolean;
  /** Other frames that fitted, best first. */
  runnersUp: { frame: string; weight: number }[];
  /** How well the frame fits. */
  weight: number;
}
