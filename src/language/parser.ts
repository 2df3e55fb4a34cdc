import { madeOnce } from '../made-once.js';
import { feature1, feature2, feature3 } from './hash.js';
import type { Scorer, Scores } from './weights.js';

/**
 * The words of a sentence as numbers, with the root as an extra word at the end (there it works best for this
 * transition system: Ballesteros and Nivre 2013).
 */
export interface WordView {
  /** Number of words without the root. */
  length: number;
  form: Int32Array;
  lemma: Int32Array;
  /** Universal and Penn tag together. */
  tag: Int32Array;
  upos: Int32Array;
  /** What kinds of thing a noun or verb can mean, of others the universal tag. */
  topic: Int32Array;
  /** The tagger's second choice where it hesitated, else the same as `tag`. */
  second: Int32Array;
  /** Heads and relations that an earlier parser found, to be weighed as one more hint; null for the first parser. */
  guide: Guide | null;
}

/** A parse made before: heads (the root's is the number of words) and relations. */
export interface Guide {
  head: Int32Array;
  label: Int32Array;
}

/** The same sentence from its end: a parser that reads backwards errs in other places. */
export function backwards({ length, form, lemma, tag, upos, topic, second }: WordView): WordView {
  return {
    length,
    form: form.toReversed(),
    lemma: lemma.toReversed(),
    tag: tag.toReversed(),
    upos: upos.toReversed(),
    topic: topic.toReversed(),
    second: second.toReversed(),
    guide: null,
  };
}

/** A parse of the reversed sentence, counted from the front. */
export function turnedRound(length: number, { head, label }: Guide): Guide {
  return {
    head: head
      .slice(0, length)
      .reverse()
      .map(h => (h === length ? length : length - 1 - h)),
    label: label.slice(0, length).reverse(),
  };
}

/**
 * A half-read sentence of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): SHIFT moves the next word
 * onto the stack, LEFT makes the next word the head of the stack's top, RIGHT the word below the top.
 */
export interface Configuration {
  words: WordView;
  stack: Int32Array;
  depth: number;
  next: number;
  head: Int32Array;
  label: Int32Array;
  /** Outermost and second outermost dependents found so far on each side, -1 where there is none. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Uint8Array;
  rightCount: Uint8Array;
}

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const PARSER_FEATURES = 144;

/** What a class of the parser does. */
export interface Transition {
  action: typeof SHIFT | typeof LEFT | typeof RIGHT;
  /** Number of the relation, -1 for SHIFT. */
  label: number;
  /** Whether the relation is `root`, which goes with the root as head, and no other does. */
  toRoot: boolean;
}

/** The start: an empty stack before the first word. */
export function startConfiguration(words: WordView): Configuration {
  const size = words.length + 1;
  return {
    words,
    stack: new Int32Array(size + 1),
    depth: 0,
    next: 0,
    head: new Int32Array(size).fill(-1),
    label: new Int32Array(size).fill(-1),
    left1: new Int32Array(size).fill(-1),
    left2: new Int32Array(size).fill(-1),
    right1: new Int32Array(size).fill(-1),
    right2: new Int32Array(size).fill(-1),
    leftCount: new Uint8Array(size),
    rightCount: new Uint8Array(size),
  };
}

/** Whether nothing is left to do: only the root remains. */
export function isFinished(state: Configuration): boolean {
  return state.next === state.words.length && state.depth === 0;
}

/** Whether an action may be taken here. The root takes exactly one word, the last on the stack. */
export function isAllowed(state: Configuration, action: number): boolean {
  if (action === SHIFT) return state.next < state.words.length;
  if (action === LEFT) return state.depth > 0 && (state.next < state.words.length || state.depth === 1);
  return state.depth > 1;
}

/** Takes one step. */
export function step(state: Configuration, action: number, label: number): void {
  if (action === SHIFT) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth]!;
  state.label[child] = label;
  if (action === LEFT) {
    const head = state.next;
    state.head[child] = head;
    // LEFT takes words ever further to the left, so the newest is the outermost.
    state.left2[head] = state.left1[head]!;
    state.left1[head] = child;
    if (state.leftCount[head]! < 6) state.leftCount[head]!++;
  } else {
    const head = state.stack[state.depth - 1]!;
    state.head[child] = head;
    state.right2[head] = state.right1[head]!;
    state.right1[head] = child;
    if (state.rightCount[head]! < 6) state.rightCount[head]!++;
  }
}

/** Finds head and relation of every word: always the allowed step with the highest sum. */
export function parseGreedily(words: WordView, scorer: Scorer, transitions: Transition[]): Configuration {
  const state = startConfiguration(words);
  const { keys, sums } = scorer;
  while (!isFinished(state)) {
    // With an empty stack there is nothing to choose.
    if (state.depth === 0) {
      step(state, SHIFT, -1);
      continue;
    }
    scorer.score(parserFeatures(state, keys));
    const chosen = bestAllowed(state, sums, transitions);
    const transition = transitions[chosen]!;
    step(state, transition.action, transition.label);
  }
  return state;
}

/** The allowed class with the highest sum, -1 if none is allowed. */
export function bestAllowed(state: Configuration, scores: Scores, transitions: Transition[]): number {
  const endsSentence = state.next === state.words.length && state.depth === 1;
  let allowed = 0;
  for (let action = SHIFT; action <= RIGHT; action++)
    if (isAllowed(state, action)) allowed |= bitOf(action, endsSentence);
  const bits = bitsOf(transitions);
  let top = -1;
  for (let c = 0; c < bits.length; c++)
    if ((bits[c]! & allowed) !== 0 && (top < 0 || scores[c]! > scores[top]!)) top = c;
  return top;
}

/** One bit for every kind of step, so that the many steps are told apart by a look at a number each. */
function bitOf(action: number, toRoot: boolean): number {
  return 1 << (action + (toRoot ? 3 : 0));
}

const bitsOf = madeOnce((transitions: Transition[]) =>
  Uint8Array.from(transitions, ({ action, toRoot }) => bitOf(action, toRoot)),
);

const NONE = 0x3c6ef372;
const ROOT = 0x1f83d9ab;

/**
 * Fills `features` for a half-read sentence and returns how many there are. s0, s1, s2 are the stack from the top,
 * b0, b1, b2 the words to come, s0l the leftmost dependent of s0. The templates follow Zhang and Nivre (2011).
 */
export function parserFeatures(state: Configuration, features: Int32Array): number {
  const { words, stack, depth, next, left1, left2, right1, right2 } = state;
  const { length } = words;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const b0 = next;
  const b1 = next + 1 <= length ? next + 1 : -1;
  const b2 = next + 2 <= length ? next + 2 : -1;
  const s0l = s0 < 0 ? -1 : left1[s0]!;
  const s0r = s0 < 0 ? -1 : right1[s0]!;
  const s0l2 = s0 < 0 ? -1 : left2[s0]!;
  const s0r2 = s0 < 0 ? -1 : right2[s0]!;
  const s1l = s1 < 0 ? -1 : left1[s1]!;
  const s1r = s1 < 0 ? -1 : right1[s1]!;
  const s1l2 = s1 < 0 ? -1 : left2[s1]!;
  const s1r2 = s1 < 0 ? -1 : right2[s1]!;
  const b0l = left1[b0]!;
  const b0l2 = left2[b0]!;
  // The word just before the next one and the words beside s0 tell what stood between the two.
  const beforeB0 = next > 0 ? next - 1 : -1;
  const afterS0 = s0 >= 0 && s0 + 1 < next ? s0 + 1 : -1;
  const beforeS0 = s0 > 0 ? s0 - 1 : -1;

  const { lemma, form, tag, upos } = words;
  const value = (values: Int32Array, i: number): number => (i < 0 ? NONE : i === length ? ROOT : values[i]!);
  const label = (i: number): number => (i < 0 ? NONE : state.label[i]! + 211);

  const s0w = value(lemma, s0);
  const s0p = value(tag, s0);
  const s0q = value(upos, s0);
  const s1w = value(lemma, s1);
  const s1p = value(tag, s1);
  const s1q = value(upos, s1);
  const s2w = value(lemma, s2);
  const s2p = value(tag, s2);
  const b0w = value(lemma, b0);
  const b0p = value(tag, b0);
  const b0q = value(upos, b0);
  const b1w = value(lemma, b1);
  const b1p = value(tag, b1);
  const b1q = value(upos, b1);
  const b2w = value(lemma, b2);
  const b2p = value(tag, b2);
  const s0lp = value(tag, s0l);
  const s0rp = value(tag, s0r);
  const s1lp = value(tag, s1l);
  const s1rp = value(tag, s1r);
  const b0lp = value(tag, b0l);
  const s0lw = value(lemma, s0l);
  const s0rw = value(lemma, s0r);
  const s1lw = value(lemma, s1l);
  const s1rw = value(lemma, s1r);
  const b0lw = value(lemma, b0l);
  const s0ll = label(s0l);
  const s0rl = label(s0r);
  const s1ll = label(s1l);
  const s1rl = label(s1r);
  const b0ll = label(b0l);
  const s0v = s0 < 0 ? NONE : state.leftCount[s0]! * 8 + state.rightCount[s0]!;
  const s1v = s1 < 0 ? NONE : state.leftCount[s1]! * 8 + state.rightCount[s1]!;
  const b0v = state.leftCount[b0]!;
  const near = s0 < 0 ? 0 : distance(b0 - s0);
  const far = s1 < 0 ? 0 : distance(s0 - s1);

  let n = 0;
  features[n++] = feature1(0, depth > 2 ? 3 : depth);
  // single words
  features[n++] = feature1(1, s0w);
  features[n++] = feature1(2, s0p);
  features[n++] = feature2(3, s0w, s0p);
  features[n++] = feature2(4, s1w, s1p);
  features[n++] = feature1(5, s1p);
  features[n++] = feature1(6, s1w);
  features[n++] = feature2(7, b0w, b0p);
  features[n++] = feature1(8, b0p);
  features[n++] = feature1(9, b0w);
  features[n++] = feature2(10, b1w, b1p);
  features[n++] = feature1(11, b1p);
  features[n++] = feature2(12, b2w, b2p);
  features[n++] = feature1(13, b2p);
  features[n++] = feature2(14, s2w, s2p);
  features[n++] = feature1(15, s2p);
  features[n++] = feature1(16, value(form, s0));
  features[n++] = feature1(17, value(form, b0));
  features[n++] = feature1(18, value(form, s1));
  // pairs
  features[n++] = feature3(20, s0w, s0p, b0p);
  features[n++] = feature3(21, s0p, b0w, b0p);
  features[n++] = feature2(22, s0w, b0w);
  features[n++] = feature2(23, s0p, b0p);
  features[n++] = feature3(24, s1w, s1p, s0p);
  features[n++] = feature3(25, s1p, s0w, s0p);
  features[n++] = feature2(26, s1w, s0w);
  features[n++] = feature2(27, s1p, s0p);
  features[n++] = feature2(28, b0p, b1p);
  features[n++] = feature2(29, b0w, b1p);
  features[n++] = feature2(30, b0p, b1w);
  features[n++] = feature2(31, s1p, b0p);
  features[n++] = feature2(32, s1w, b0w);
  features[n++] = feature2(33, s0p, b1p);
  features[n++] = feature2(34, s0w, b1w);
  features[n++] = feature2(35, s1w, b0p);
  features[n++] = feature2(36, s0q, b0w);
  features[n++] = feature2(37, s0w, b0q);
  features[n++] = feature2(38, s1q, s0w);
  features[n++] = feature2(39, s1w, s0q);
  // triples of tags
  features[n++] = feature3(40, s0p, b0p, b1p);
  features[n++] = feature3(41, s1p, s0p, b0p);
  features[n++] = feature3(42, s2p, s1p, s0p);
  features[n++] = feature3(43, b0p, b1p, b2p);
  features[n++] = feature3(44, s0p, s0lp, b0p);
  features[n++] = feature3(45, s0p, s0rp, b0p);
  features[n++] = feature3(46, s0p, b0p, b0lp);
  features[n++] = feature3(47, s1p, s1rp, s0p);
  features[n++] = feature3(48, s1p, s1lp, s0p);
  features[n++] = feature3(49, s1p, s0p, s0rp);
  features[n++] = feature3(50, s1p, s0p, s0lp);
  features[n++] = feature3(51, s1q, s0w, b0q);
  features[n++] = feature3(52, s1w, s0q, b0q);
  features[n++] = feature3(53, s1q, s0q, b0w);
  features[n++] = feature3(54, s0q, b0q, b1w);
  features[n++] = feature3(55, s0w, b0q, b1q);
  features[n++] = feature3(56, s0q, b0w, b1q);
  // distance and number of dependents
  features[n++] = feature2(60, s0w, near);
  features[n++] = feature2(61, s0p, near);
  features[n++] = feature2(62, b0w, near);
  features[n++] = feature2(63, b0p, near);
  features[n++] = feature3(64, s0p, b0p, near);
  features[n++] = feature3(65, s1p, s0p, far);
  features[n++] = feature3(66, s0w, s0p, s0v);
  features[n++] = feature2(67, s0p, s0v);
  features[n++] = feature3(68, s1w, s1p, s1v);
  features[n++] = feature2(69, s1p, s1v);
  features[n++] = feature2(70, b0w, b0v);
  features[n++] = feature2(71, b0p, b0v);
  // dependents
  features[n++] = feature2(72, s0lw, s0lp);
  features[n++] = feature2(73, s0rw, s0rp);
  features[n++] = feature2(74, s1lw, s1lp);
  features[n++] = feature2(75, s1rw, s1rp);
  features[n++] = feature2(76, b0lw, b0lp);
  features[n++] = feature2(77, s0p, s0ll);
  features[n++] = feature2(78, s0p, s0rl);
  features[n++] = feature2(79, s1p, s1ll);
  features[n++] = feature2(80, s1p, s1rl);
  features[n++] = feature2(81, b0p, b0ll);
  features[n++] = feature3(82, s0w, s0ll, s0rl);
  features[n++] = feature3(83, s1w, s1ll, s1rl);
  features[n++] = feature3(84, s0p, s0ll, label(s0l2));
  features[n++] = feature3(85, s0p, s0rl, label(s0r2));
  features[n++] = feature3(86, s1p, s1rl, label(s1r2));
  features[n++] = feature3(87, b0p, b0ll, label(b0l2));
  features[n++] = feature3(88, s0p, value(tag, s0l2), s0lp);
  features[n++] = feature3(89, s0p, value(tag, s0r2), s0rp);
  features[n++] = feature3(90, s1p, value(tag, s1r2), s1rp);
  features[n++] = feature3(91, s1p, value(tag, s1l2), s1lp);
  features[n++] = feature3(92, s1w, s0w, s0lw);
  features[n++] = feature3(93, s1p, s0p, s0ll);
  features[n++] = feature3(94, s1p, s0p, s0rl);
  features[n++] = feature3(95, s1p, s0p, s1rl);
  features[n++] = feature3(96, s0p, b0p, s0rl);
  features[n++] = feature3(97, s0p, b0p, b0ll);
  features[n++] = feature3(98, s1p, s0lw, s0p);
  features[n++] = feature3(99, s1w, s0lw, s0q);
  // what stands beside and between
  features[n++] = feature3(100, s0p, value(tag, beforeB0), b0p);
  features[n++] = feature3(101, s0p, value(tag, afterS0), b0p);
  features[n++] = feature3(102, value(tag, beforeS0), s0p, b0p);
  features[n++] = feature3(103, s0q, value(lemma, beforeB0), b0q);
  const s0a = value(words.second, s0);
  const s1a = value(words.second, s1);
  const b0a = value(words.second, b0);
  const b1a = value(words.second, b1);
  features[n++] = feature2(130, s0p, s0a);
  features[n++] = feature2(131, b0p, b0a);
  features[n++] = feature2(132, s1p, s1a);
  features[n++] = feature2(133, b1p, b1a);
  features[n++] = feature3(134, s0p, b0p, b0a);
  features[n++] = feature3(135, s0a, b0p, s0p);
  features[n++] = feature2(136, s0a, b0a);
  features[n++] = feature2(137, s1a, s0a);
  features[n++] = feature3(138, s0p, b0p, b1a);
  features[n++] = feature3(139, s1p, s0p, b0a);
  const s0t = value(words.topic, s0);
  const s1t = value(words.topic, s1);
  const b0t = value(words.topic, b0);
  features[n++] = feature2(140, s0t, b0p);
  features[n++] = feature2(141, s0p, b0t);
  features[n++] = feature2(142, s1t, s0p);
  features[n++] = feature2(143, s1p, s0t);
  features[n++] = feature2(144, s0t, b0t);
  features[n++] = feature2(145, s1t, s0t);
  features[n++] = feature3(146, s1t, s0t, s0lw);
  features[n++] = feature3(147, s1w, s0lw, s0t);
  features[n++] = feature3(148, s1t, s0w, s0lw);
  features[n++] = feature3(149, s0p, s0lw, b0t);
  features[n++] = feature3(150, s0t, s0ll, s0rl);
  return words.guide ? n + guideFeatures(state, words.guide, features, n, s0, s1, s0p, b0p) : n;
}

/** What the earlier parse says about the words at hand; returns how many features it added. */
function guideFeatures(
  state: Configuration,
  guide: Guide,
  features: Int32Array,
  n: number,
  s0: number,
  s1: number,
  s0p: number,
  b0p: number,
): number {
  const { next, depth, words } = state;
  const from = n;
  const b0 = next < words.length ? next : -1;
  const place0 = whereHead(guide, s0, s0, s1, next, words.length);
  const placeB = whereHead(guide, b0, s0, s1, next, words.length);
  const place1 = whereHead(guide, s1, s0, s1, next, words.length);
  const label0 = s0 < 0 ? -1 : guide.label[s0]!;
  const labelB = b0 < 0 ? -1 : guide.label[b0]!;
  const waiting = s0 < 0 ? 0 : waits(guide, s0, next, words.length);
  // Whether the next word is the earlier parse's head of something on the stack.
  let below = 0;
  for (let d = 2; d <= Math.min(depth, 4); d++) if (guide.head[state.stack[depth - d]!] === next) below = d;
  const all = place0 + 8 * placeB + 64 * waiting + 256 * below;
  features[n++] = feature2(110, place0, label0);
  features[n++] = feature2(111, placeB, labelB);
  features[n++] = feature2(112, place0, waiting);
  features[n++] = feature3(113, place0, s0p, b0p);
  features[n++] = feature2(114, all, 0);
  features[n++] = feature3(115, all, label0, labelB);
  features[n++] = feature3(116, place0 * 8 + place1, waiting, label0);
  features[n++] = feature3(117, place0 + 8 * waiting, label0, s0p);
  features[n++] = feature3(118, all, s0p, b0p);
  features[n++] = feature3(119, placeB, labelB, b0p);
  return n - from;
}

/** Where the earlier parse has the head of a word: 1 next word, 2 s1, 3 further on, 4 root, 5 s0, 6 before. */
function whereHead(guide: Guide, word: number, s0: number, s1: number, next: number, root: number): number {
  if (word < 0) return 0;
  const head = guide.head[word]!;
  if (head === root) return 4;
  if (head === s0) return 5;
  if (head === s1) return 2;
  return head === next ? 1 : head > next ? 3 : 6;
}

/** Whether the earlier parse gives the word dependents that are still to come: 2 the next word, 1 one of the few after. */
function waits(guide: Guide, word: number, next: number, length: number): number {
  const end = Math.min(length, next + 12);
  for (let i = next; i < end; i++) if (guide.head[i] === word) return i === next ? 2 : 1;
  return 0;
}

function distance(words: number): number {
  return words < 5 ? words : words < 8 ? 5 : words < 13 ? 6 : 7;
}
