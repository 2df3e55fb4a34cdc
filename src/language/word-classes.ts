import { knownText } from '../knowledge.js';
import { hashString } from './hash.js';

/** What a word list says that words can be, by small-letter form: one number for every set of Penn tags. */
export type WordClasses = Map<string, number>;

let read: WordClasses | null = null;
let baseForms: Set<string> | null = null;

/** The sets of tags of data/word-classes.txt, read on the first call and kept. */
export function wordClasses(): WordClasses {
  read ??= readWordClasses(knownText('word-classes.txt'));
  return read;
}

/** Dictionary forms that data/word-classes.txt lists, as `N noun`, `V verb`, `J adjective or adverb`. */
export function listedBaseForms(): Set<string> {
  if (baseForms) return baseForms;
  baseForms = new Set();
  for (const [tags, words] of wordLines(knownText('word-classes.txt'))) {
    const kinds = new Set(tags.split('|').flatMap(tag => BASE_FORM_TAGS[tag] ?? []));
    for (const kind of kinds) for (const word of words) baseForms.add(kind + ' ' + word);
  }
  return baseForms;
}

const BASE_FORM_TAGS: Record<string, string> = { NN: 'N', VB: 'V', VBP: 'V', JJ: 'J', RB: 'J' };

/** Reads lines of `TAG|TAG: word word ...`; lines that start with # are comments. */
function readWordClasses(text: string): WordClasses {
  const classes: WordClasses = new Map();
  for (const [tags, words] of wordLines(text)) {
    const number = hashString(tags);
    for (const word of words) classes.set(word, number);
  }
  return classes;
}

/** The topics of nouns and verbs, by universal tag, space and lemma: one number for every set of topics. */
let topics: WordClasses | null = null;

/** The sets of topics of data/word-topics.txt, by `NOUN lemma` and `VERB lemma`; read on the first call and kept. */
export function wordTopics(): WordClasses {
  topics ??= readWordTopics(knownText('word-topics.txt'));
  return topics;
}

/** Reads lines of `noun topic|topic: word word ...`; lines that start with # are comments. */
function readWordTopics(text: string): WordClasses {
  const read: WordClasses = new Map();
  for (const [kind, words] of wordLines(text)) {
    const number = hashString(kind);
    const tag = kind.slice(0, 4).toUpperCase();
    for (const word of words) read.set(tag + ' ' + word, number);
  }
  return read;
}

/** The lines of a word list, `HEAD: word word ...`; lines that start with # are comments. */
export function wordLines(text: string): [head: string, words: string[]][] {
  return text.split('\n').flatMap((line): [string, string[]][] => {
    const colon = line.indexOf(': ');
    return colon < 0 || line.startsWith('#') ? [] : [[line.slice(0, colon), line.slice(colon + 2).split(' ')]];
  });
}
