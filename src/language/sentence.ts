import type { ReadSentence, Span } from '../reading.js';

/** One word of a sentence, split and labelled as Universal Dependencies does for English. */
export interface Token extends Span {
  /** Place in its sentence, from 0. */
  index: number;
  form: string;
  lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADP ... */
  upos: string;
  /** Penn Treebank tag: VBD, NNP ... */
  xpos: string;
  /** Index of the head in the sentence, -1 for the root. */
  head: number;
  /** Universal relation to the head, with its subtype: `nsubj:pass`. */
  deprel: string;
}

/** A sentence with its words; `paragraph` counts from 0. */
export interface Sentence extends ReadSentence {
  index: number;
  paragraph: number;
  tokens: Token[];
}
