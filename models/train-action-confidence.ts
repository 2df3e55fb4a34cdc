/**
 * Learns how sure a reading of an action is (src/claims/actions/confidence.ts) from the labelled texts that are not held
 * out, writes models/action-confidence.csv, and measures on the held-out fifth.
 *
 *     npx tsc -p tsconfig.tools.json
 *     node .build/tools/models/train-action-confidence.js data/training
 *
 * Logistic regression with a quadratic penalty, by gradient descent over all examples at once: no chance is involved.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameSet, type Labelled, labelledTexts } from '../bench/labelled.js';
import { articleFromText } from '../src/article/article.js';
import { explainActions } from '../src/claims/action.js';
import { featuresOf, WEIGHT_UNIT } from '../src/claims/actions/confidence.js';
import { packageRoot } from '../src/knowledge.js';
import { annotate } from '../src/read.js';

const PENALTY = 3;
const STEPS = 4000;
const RATE = 1;

interface Example {
  features: string[];
  right: boolean;
}

const [folder = join(packageRoot, 'data', 'training')] = process.argv.slice(2);
const lessons = labelledTexts(folder, false).flatMap(examplesOf);
const heldOut = labelledTexts(folder, true).flatMap(examplesOf);
const weights = learn(lessons);
const rows = [...weights].map(([feature, weight]) => `"${feature}",${Math.round(weight * WEIGHT_UNIT)}`).sort();
writeFileSync(
  join(packageRoot, 'models', 'action-confidence.csv'),
  `# Weights in hundredths of the confidence of actions, by models/train-action-confidence.ts from ${lessons.length} actions.\n${rows.join('\n')}\n`,
);
const constant = lessons.filter(({ right }) => right).length / lessons.length;
report('every action alike', () => constant);
report('learnt', chanceOf);

/** The actions read in a text, each with whether type and both parties are as labelled. */
function examplesOf(item: Labelled): Example[] {
  const article = articleFromText(item.date ? { text: item.text, date: item.date } : { text: item.text });
  const page = annotate(article);
  const sentenceAt = (place: number) => page.sentences.findIndex(({ tokens }) => place < (tokens.at(-1)?.end ?? 0));
  const free = new Set(item.actions!);
  const read = explainActions(page).flatMap(({ claim, reason }) => (claim ? [{ claim, reason }] : []));
  return read.map(({ claim, reason }) => {
    const { start, end } = claim.trigger;
    const label = [...free].find(({ trigger }) => trigger[0] < end && start < trigger[1]);
    if (label) free.delete(label);
    const features = featuresOf({
      type: claim.type,
      modality: claim.modality,
      main: claim.main,
      sourcePath: reason.sourcePath,
      targetPath: reason.targetPath,
      sources: claim.source.length,
      targets: claim.target.length,
      weight: reason.weight,
      depth: reason.depth,
      inSentence: read.filter(other => sentenceAt(other.claim.trigger.start) === sentenceAt(start)).length,
      hasRivals: reason.runnersUp.length > 0,
    });
    const right =
      label?.type === claim.type && isSameSet(claim.source, label.source) && isSameSet(claim.target, label.target);
    return { features, right };
  });
}

function learn(examples: Example[]): Map<string, number> {
  const learnt = new Map<string, number>(examples.flatMap(({ features }) => features.map(feature => [feature, 0])));
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Map<string, number>();
    for (const example of examples) {
      const missing = (example.right ? 1 : 0) - chance(learnt, example.features);
      for (const feature of example.features) slopes.set(feature, (slopes.get(feature) ?? 0) + missing);
    }
    for (const [feature, weight] of learnt)
      learnt.set(feature, weight + (RATE * (slopes.get(feature)! - PENALTY * weight)) / examples.length);
  }
  return learnt;
}

function chance(learnt: Map<string, number>, features: string[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (learnt.get(feature) ?? 0), 0)));
}

function chanceOf({ features }: Example): number {
  return chance(weights, features);
}

/** Mean squared error (Brier 1950) and how often a right action has the higher chance of the two. */
function report(name: string, guess: (example: Example) => number): void {
  const squares = heldOut.map(example => (guess(example) - (example.right ? 1 : 0)) ** 2);
  const brier = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  const right = heldOut.filter(example => example.right).map(guess);
  const wrong = heldOut.filter(example => !example.right).map(guess);
  const wins = right.flatMap(a => wrong.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  const ranking = wins.reduce((sum, win) => sum + win, 0) / wins.length;
  console.log(`${name}: ${heldOut.length} held out, Brier ${brier.toFixed(3)}, ranking ${ranking.toFixed(3)}`);
}
