import {
  backwards,
  bestAllowed,
  type Configuration,
  isAllowed,
  isFinished,
  LEFT,
  PARSER_FEATURES,
  parserFeatures,
  RIGHT,
  SHIFT,
  startConfiguration,
  step,
  type Transition,
  turnedRound,
  type WordView,
} from '../src/language/parser.js';
import type { Scores } from '../src/language/weights.js';
import {
  createFeatureCounter,
  createLearner,
  type FeatureCounter,
  type Learner,
  MARGIN,
  seededRandom,
  shuffled,
} from './perceptron.js';

/** A sentence to learn from: what the parser sees, and what it should find. */
export interface ParserExample {
  words: WordView;
  /** Gold head of every word; the root is number `words.length`. */
  heads: Int32Array;
  /** Gold relation of every word. */
  labels: Int32Array;
}

/** How long and how to learn. */
export interface Lesson {
  epochs: number;
  /** A feature seen less often than this on the way to the gold parses gets no weights. */
  rarest: number;
  seed: number;
}

/** All steps that occur: SHIFT, and LEFT and RIGHT with each relation that a dependent on that side has. */
export function transitionsOf(examples: ParserExample[], root: number): Transition[] {
  const seen = new Set<number>();
  for (const { heads, labels } of examples) {
    heads.forEach((head, i) => {
      seen.add((head > i ? LEFT : RIGHT) * 1000 + labels[i]!);
    });
  }
  const arcs = [...seen].sort((a, b) => a - b);
  return [
    { action: SHIFT, label: -1, toRoot: false },
    ...arcs.map((arc): Transition => {
      const label = arc % 1000;
      return { action: arc >= 2000 ? RIGHT : LEFT, label, toRoot: label === root };
    }),
  ];
}

/**
 * Learns a parser with a dynamic oracle (Goldberg and Nivre 2013): it follows its own steps, wrong ones too, and learns
 * at each the best that can still be done.
 */
export function trainParser(
  examples: ParserExample[],
  transitions: Transition[],
  { epochs, rarest, seed }: Lesson,
  afterEpoch?: (epoch: number, learner: Learner) => void,
): Learner {
  const counter = countFeatures(examples, transitions);
  const learner = createLearner(transitions.length, key => counter.atLeast(key, rarest));
  const random = seededRandom(seed);
  const { keys, sums } = learner;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      const state = startConfiguration(example.words);
      while (!isFinished(state)) {
        const count = parserFeatures(state, keys);
        learner.score(count);
        learner.tick();
        const guess = bestAllowed(state, sums, transitions);
        const costs = stepCosts(state, example);
        const right = bestStep(state, example, costs, sums, transitions);
        const rival = bestWrongStep(state, example, costs, sums, transitions);
        if (rival >= 0 && sums[right]! - sums[rival]! < MARGIN) learner.update(keys, count, right, rival);
        const follow = epoch > 0 && random() < 0.9 ? guess : right;
        const { action, label } = transitions[follow]!;
        step(state, action, label);
      }
    }
    afterEpoch?.(epoch, learner);
  }
  return learner;
}

function countFeatures(examples: ParserExample[], transitions: Transition[]): FeatureCounter {
  const counter = createFeatureCounter();
  const features = new Int32Array(PARSER_FEATURES);
  const indifferent = new Float64Array(transitions.length);
  for (const example of examples) {
    const state = startConfiguration(example.words);
    while (!isFinished(state)) {
      counter.count(features, parserFeatures(state, features));
      const { action, label } =
        transitions[bestStep(state, example, stepCosts(state, example), indifferent, transitions)]!;
      step(state, action, label);
    }
  }
  return counter;
}

/** The same example from its end, for the parser that reads backwards. */
export function backwardsExample({ words, heads, labels }: ParserExample): ParserExample {
  const turned = turnedRound(words.length, { head: heads, label: labels });
  return { words: backwards(words), heads: turned.head, labels: turned.label };
}

/** What SHIFT, LEFT and RIGHT would cost here. */
function stepCosts(state: Configuration, example: ParserExample): number[] {
  return [stepCost(state, example, SHIFT), stepCost(state, example, LEFT), stepCost(state, example, RIGHT)];
}

/** Among the steps that lose the fewest gold arcs from here, the one the learner likes best. */
function bestStep(
  state: Configuration,
  example: ParserExample,
  costs: number[],
  scores: Scores,
  transitions: Transition[],
): number {
  const lowest = Math.min(...costs);
  let top = -1;
  // A relation that was never seen on this side: then any relation will do.
  let other = -1;
  for (let c = 0; c < transitions.length; c++) {
    if (costs[transitions[c]!.action] !== lowest) continue;
    if (other < 0 || scores[c]! > scores[other]!) other = c;
    if (hasGoldLabel(state, example, transitions[c]!) && (top < 0 || scores[c]! > scores[top]!)) top = c;
  }
  return top >= 0 ? top : other;
}

/** Among the allowed steps that lose more than they must, the one the learner likes best; -1 if there is none. */
function bestWrongStep(
  state: Configuration,
  example: ParserExample,
  costs: number[],
  scores: Scores,
  transitions: Transition[],
): number {
  const lowest = Math.min(...costs);
  let top = -1;
  for (let c = 0; c < transitions.length; c++) {
    const cost = costs[transitions[c]!.action]!;
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (cost === lowest && hasGoldLabel(state, example, transitions[c]!)) continue;
    if (top < 0 || scores[c]! > scores[top]!) top = c;
  }
  return top;
}

/** Whether a step gives its dependent the gold relation; a wrong arc may carry it all the same. */
function hasGoldLabel(state: Configuration, { labels }: ParserExample, { action, label }: Transition): boolean {
  return action === SHIFT || label === labels[state.stack[state.depth - 1]!];
}

/** How many gold arcs a step puts out of reach; infinite if it is not allowed. */
function stepCost(state: Configuration, { heads }: ParserExample, action: number): number {
  if (!isAllowed(state, action)) return Number.POSITIVE_INFINITY;
  const { stack, depth, next, words } = state;
  let cost = 0;
  if (action === SHIFT) {
    // The next word can no longer take a head below the stack's top, nor dependents on the stack.
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]!] === next) cost++;
      if (i < depth - 1 && heads[next] === stack[i]) cost++;
    }
    return cost;
  }
  const child = stack[depth - 1]!;
  for (let i = next; i < words.length; i++) if (heads[i] === child) cost++;
  const head = heads[child]!;
  if (action === LEFT) {
    if (depth > 1 && head === stack[depth - 2]) cost++;
    if (head > next && head <= words.length) cost++;
  } else if (head >= next && head <= words.length) {
    cost++;
  }
  return cost;
}
