import type { Sentence } from '../../language/sentence.js';
import type { TimeExpression } from '../../reading.js';
import type { Tree } from '../actions/tree.js';
import type { MentionIndex } from '../statements/mention-index.js';

/** A sentence with all that tells who holds which office in it. */
export interface Scene {
  text: string;
  sentence: Sentence;
  tree: Tree;
  mentions: MentionIndex;
  times: TimeExpression[];
}
