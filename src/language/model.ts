import { trainedModel } from '../knowledge.js';
import { hashString } from './hash.js';
import { nameStandIns, type StandIns } from './name-blind.js';
import type { Transition } from './parser.js';
import { type PackedWeights, type Scorer, sparseWeights } from './weights.js';

/** Everything learnt from the treebank, ready for use. */
export interface LanguageModel {
  tagger: Scorer;
  /** The classes of the tagger. */
  tags: { upos: string; xpos: string; tagNumber: number; uposNumber: number }[];
  /** The usual tags of common words, by levelled form. */
  lexicon: Map<string, number>;
  /** Sums of the tagger that lie closer together than this are a hesitation. */
  hesitation: number;
  /** The parser that reads from the end, and the one that reads from the front and weighs what the first found. */
  backward: ParserModel;
  forward: ParserModel;
  /** Relations by the number that transitions use. */
  relations: string[];
  lemmas: LemmaKnowledge;
  /** What is seen in place of names (see name-blind.ts). */
  standIns: StandIns;
}

/** A parser's weights and the steps they choose among. */
export interface ParserModel {
  weights: Scorer;
  transitions: Transition[];
}

/** What the lemma rules need to know of the treebank. */
export interface LemmaKnowledge {
  /** Lemma of `form<TAB>xpos`, small letters, where the rules go wrong. */
  exceptions: Map<string, string>;
  /** Lemmas seen, `xpos class<TAB>lemma`: they decide between "hope" and "hop" for "hoping". */
  known: Set<string>;
}

/** The text part of the model file. */
export interface ModelHeader {
  version: 3;
  tags: [upos: string, xpos: string][];
  lexicon: Record<string, number>;
  /** In learnt weights, as `unit` of the blocks. */
  hesitation: number;
  backward: [action: 0 | 1 | 2, label: number][];
  forward: [action: 0 | 1 | 2, label: number][];
  relations: string[];
  exceptions: Record<string, string>;
  known: string[];
  /** Names that the treebank has as ordinary words too. */
  ordinary: string[];
  /** Sizes of the blocks of weights that follow: tagger, backward parser, forward parser. */
  blocks: { classes: number; features: number; unit: number; keyBytes: number; pairs: number }[];
}

const FILE = 'english.bin';
let loaded: LanguageModel | null = null;

/** The trained model, read from models/english.bin on the first call and kept. */
export function languageModel(): LanguageModel {
  loaded ??= readModel(trainedModel(FILE));
  return loaded;
}

/**
 * Reads a model file: length of the header (32 bits, little-endian), header in JSON, then for each block of weights
 * keys, lengths of lists, classes and weights.
 */
export function readModel(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as ModelHeader;
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 4 + headerLength;
  const blocks = header.blocks.map(({ classes, features, unit, keyBytes, pairs }): PackedWeights => {
    const take = (length: number) => plain.subarray(offset, (offset += length));
    return {
      classes,
      features,
      unit,
      keys: take(keyBytes),
      lengths: take(features),
      labels: take(pairs),
      values: new Int8Array(take(pairs)),
    };
  });
  const parser = (block: number, steps: ModelHeader['forward']): ParserModel => ({
    weights: sparseWeights(blocks[block]!),
    transitions: steps.map(([action, label]) => ({ action, label, toRoot: header.relations[label] === 'root' })),
  });
  return {
    tagger: sparseWeights(blocks[0]!),
    tags: header.tags.map(([upos, xpos]) => ({
      upos,
      xpos,
      tagNumber: hashString(upos + ' ' + xpos),
      uposNumber: hashString(upos),
    })),
    lexicon: new Map(Object.entries(header.lexicon)),
    hesitation: header.hesitation / blocks[0]!.unit,
    backward: parser(1, header.backward),
    forward: parser(2, header.forward),
    relations: header.relations,
    lemmas: { exceptions: new Map(Object.entries(header.exceptions)), known: new Set(header.known) },
    standIns: nameStandIns(header.ordinary),
  };
}
