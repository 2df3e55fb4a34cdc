/**
 * How well actions are read.
 *
 *   node .build/tools/bench/events.js GOLD.jsonl OUT.jsonl
 *     reads every text of GOLD (`{id, text, date?}` a line) and writes `{"document":{"id"},"claims":[...]}` lines to OUT
 *
 *   node .build/tools/bench/events.js --labelled TRAINING_FOLDER [--held-out] [--misses N]
 *     scores against texts labelled with `actions` (data/training); a fifth of the items, chosen by the hash of their
 *     id, is kept apart and scored only with `--held-out`
 *
 *   node .build/tools/bench/events.js --pairs GOLD.jsonl
 *     the main action of each `{id, text, types, pairs, interstate}`: its type, and between states its parties, one wanted
 *     pair there and none turned round
 *
 *   node .build/tools/bench/events.js --sentences FILE [--misses N]
 *     the same for sentences labelled in plain text (test/actions/kept-apart/news.txt)
 *
 * Labelled: an action is found when its trigger overlaps a labelled one. Printed are recall and precision of triggers,
 * and, of those found, the share with the right type, parties, modality, negation and main flag; then the same for the
 * first main action of each text. In brackets: where 95 of 100 draws of as many texts lie (bench/bootstrap.ts).
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { articleFromText } from '../src/article/article.js';
import { readActions } from '../src/claims/action.js';
import { annotate } from '../src/read.js';
import type { ActionClaim, Found } from '../src/reading.js';
import { shareWords, type Tally } from './bootstrap.js';
import { isSameSet, type Label, type Labelled, labelledTexts, linesOf } from './labelled.js';
import { labelledSentences } from './sentences.js';

type Read = Found<ActionClaim>;

const words = process.argv.slice(2);
if (words[0] === '--pairs') scorePairs(linesOf<GoldPairs>(words[1]!));
else if (words[0] === '--labelled') scoreLabelled(labelledTexts(words[1]!, words.includes('--held-out')));
else if (words[0] === '--sentences') scoreLabelled(labelledSentences(words[1]!));
else writeReadings(words[0]!, words[1]!);

function writeReadings(goldPath: string, outPath: string): void {
  const start = performance.now();
  let sentences = 0;
  const lines = linesOf<Labelled>(goldPath).map(item => {
    const page = annotate(articleOf(item));
    sentences += page.sentences.length;
    return JSON.stringify({ document: { id: item.id }, claims: readActions(page) });
  });
  writeFileSync(outPath, `${lines.join('\n')}\n`);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${sentences} sentences, ${Math.round(sentences / seconds)} a second with all stages, loading included`);
}

interface GoldPairs extends Labelled {
  types: string[];
  pairs: [string, string][];
  interstate: boolean;
}

function scorePairs(items: GoldPairs[]): void {
  const tallies = new Map<string, Tally[]>();
  const tally = (name: string, right: boolean) =>
    tallies.set(name, [...(tallies.get(name) ?? []), { right: Number(right), of: 1 }]);
  for (const item of items) {
    const read = readActions(annotate(articleOf(item)));
    const main = read.find(action => action.main) ?? read[0];
    const type = main !== undefined && item.types.includes(main.type);
    const has = (a: string, b: string) => main?.source.includes(a) && main.target.includes(b);
    const isWanted = (a: string, b: string) => item.pairs.some(([c, d]) => a === c && b === d);
    const pair =
      item.pairs.some(([a, b]) => has(a, b)) && !item.pairs.some(([a, b]) => a !== b && has(b, a) && !isWanted(b, a));
    tally('type', type);
    if (!item.interstate) continue;
    tally('between states: type', type);
    tally('between states: parties', pair);
    tally('between states: type and parties', type && pair);
  }
  for (const [name, texts] of tallies) console.log(`${name} ${shareWords(texts)} of ${texts.length}`);
}

function scoreLabelled(items: Labelled[]): void {
  let misses = Number(words[words.indexOf('--misses') + 1]) || 0;
  const texts: Map<string, number>[] = [];
  const count = (name: string, by: number | boolean = 1) => {
    const own = texts.at(-1)!;
    own.set(name, (own.get(name) ?? 0) + Number(by));
  };
  for (const item of items) {
    texts.push(new Map());
    const read = readActions(annotate(articleOf(item)));
    const problems = compare(item.actions!, read, count, item.text);
    if (problems.length > 0 && misses-- > 0) console.log(`${item.id} ${item.text}\n    ${problems.join('\n    ')}`);
  }
  const all = (name: string) => texts.reduce((sum, text) => sum + (text.get(name) ?? 0), 0);
  const of = (name: string, base: string) =>
    shareWords(texts.map(text => ({ right: text.get(name) ?? 0, of: text.get(base) ?? 0 })));
  console.log(`texts ${items.length}  actions labelled ${all('labelled')}  read ${all('read')}`);
  console.log(`found: recall ${of('found', 'labelled')}  precision ${of('found', 'read')}`);
  console.log('of those found:');
  for (const name of ['type', 'of', 'pair', 'type and pair', 'modality', 'negated', 'main']) {
    console.log(`  ${name} ${of(name, 'found')}`);
  }
  console.log('first main action:');
  for (const name of ['type', 'pair', 'both']) console.log(`  ${name} ${of(`main ${name}`, 'mains')}`);
  console.log(`texts without actions left empty ${of('empty', 'without')}`);
}

function compare(
  labels: Label[],
  read: Read[],
  count: (name: string, by?: number | boolean) => void,
  text: string,
): string[] {
  const problems: string[] = [];
  const used = new Set<Read>();
  count('read', read.length);
  for (const label of labels) {
    count('labelled');
    const [start, end] = label.trigger;
    const hit = read.find(({ trigger }) => trigger.start < end && start < trigger.end);
    const words = `[${text.slice(start, end)}] ${label.type} ${label.source}>${label.target}`;
    if (!hit || used.has(hit)) {
      problems.push(`missed ${words}`);
      continue;
    }
    used.add(hit);
    const right = {
      type: hit.type === label.type,
      of: hit.type === label.type && hit.of === label.of,
      pair: isSamePair(hit, label),
      'type and pair': hit.type === label.type && isSamePair(hit, label),
      modality: hit.modality === label.modality,
      negated: hit.negated === label.negated,
      main: hit.main === label.main,
    };
    count('found');
    for (const [name, is] of Object.entries(right)) count(name, is);
    const wrong = Object.entries(right).filter(([, is]) => !is);
    if (wrong.length > 0)
      problems.push(
        `${words}: ${wrong.map(([name]) => name)} (${hit.type} ${hit.source}>${hit.target} ${hit.modality})`,
      );
  }
  for (const own of read) {
    if (!used.has(own))
      problems.push(`not labelled [${text.slice(own.start, own.end)}] ${own.type} ${own.source}>${own.target}`);
  }
  const main = labels.find(label => label.main);
  const own = read.find(action => action.main);
  if (main) {
    count('mains');
    count('main type', own?.type === main.type);
    count('main pair', own !== undefined && isSamePair(own, main));
    count('main both', own?.type === main.type && isSamePair(own, main));
  } else {
    count('without');
    count('empty', own === undefined);
  }
  return problems;
}

function isSamePair(read: Read, label: Label): boolean {
  return isSameSet(read.source, label.source) && isSameSet(read.target, label.target);
}

function articleOf({ id, text, date }: Labelled) {
  return articleFromText({ id, text, date: date ?? null });
}
