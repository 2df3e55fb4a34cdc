import type { Span } from '../../reading.js';
import type { Run } from './phrase.js';

/** A statement as the rules leave it: tokens of one sentence and spans of the text, speaker not yet resolved. */
export interface Draft {
  /** The run of tokens that names the speaker. */
  speaker: Run | null;
  /** Tokens of the cue, end exclusive; `null` where the text only sets a name before the words. */
  cue: { first: number; end: number } | null;
  content: Span[];
  stance: string;
  /** "called X Y", "described X as Y": the content names somebody. */
  isNaming?: boolean;
  confidence: number;
  /** Told in an aside, of what another said: ", which Tehran denies". */
  isAside?: true;
}
