import type { Mention } from '../reading.js';

/** A mention as the later stages use it: tied to its sentence and tokens, with a reason that can be shown. */
export interface ActorMention extends Mention {
  /** Index of the sentence. */
  sentence: number;
  /** First token, and one past the last. */
  firstToken: number;
  endToken: number;
  /** The token the phrase hangs on. */
  headToken: number;
  confidence: number;
  /** Why it was resolved so, in words: `holder of "president of Russia" on 2023-03-18`. */
  reason: string;
}
