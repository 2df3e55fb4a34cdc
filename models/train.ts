/**
 * Trains the tagger, the lemma table and the parser of src/language from a treebank and writes models/english.bin.
 *
 *     npx tsc -p tsconfig.tools.json
 *     node .build/tools/models/train.js TRAIN.conllu.gz DEV.conllu.gz [OUT.bin]
 *
 * The same treebank gives the same file, byte for byte. DEV is only measured on, never learnt from.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/knowledge.js';
import { hashString } from '../src/language/hash.js';
import { lemmaByRule, lemmaClass, lemmaOf } from '../src/language/lemma.js';
import { type LanguageModel, type LemmaKnowledge, type ModelHeader, readModel } from '../src/language/model.js';
import { blindToNames, nameStandIns } from '../src/language/name-blind.js';
import { parseTwice, viewWords } from '../src/language/parse.js';
import { parseGreedily, turnedRound } from '../src/language/parser.js';
import { type TagChoice, tagForms, viewForms } from '../src/language/tagger.js';
import type { PackedWeights } from '../src/language/weights.js';
import { backwardsExample, type ParserExample, trainParser, transitionsOf } from './train-parser.js';
import { goldTags, HESITATION, jackknifedTags, tagSetOf, trainTagger } from './train-tagger.js';
import { readTreebank, type TreebankSentence } from './treebank.js';

const SEED = 20220224;
const TAGGER_EPOCHS = 8;
const FOLDS = 4;
const NEWSWIRE_COPIES = 4;
const FOLD_EPOCHS = 4;
const BACKWARD = { epochs: 4, rarest: 8, seed: SEED + 50 };
const FORWARD = { epochs: 8, rarest: 7, seed: SEED + 100 };
const PACKING = { ceiling: 128, smallest: 1 };

const [trainPath, devPath, outPath = join(packageRoot, 'models', 'english.bin')] = process.argv.slice(2);
if (!trainPath || !devPath) {
  console.error('usage: train.js TRAIN.conllu[.gz] DEV.conllu[.gz] [OUT.bin]');
  process.exit(2);
}
const treebank = readTreebank(trainPath);
const ordinary = ordinaryNames(treebank);
const standIns = nameStandIns(ordinary);
// The treebank lacks edited news: own sentences of that kind are learnt several times over, always in the same part.
const newswire = readTreebank(join(packageRoot, 'models', 'newswire-train.conllu'));
const lessons = [...treebank, ...Array.from({ length: NEWSWIRE_COPIES }, () => newswire).flat()];
const foldOf = lessons.map((_, i) => (i < treebank.length ? i : (i - treebank.length) % newswire.length) % FOLDS);
const train = lessons.map(nameless);
const dev = readTreebank(devPath).map(nameless);
const newswireDev = readTreebank(join(packageRoot, 'models', 'newswire-dev.conllu')).map(nameless);
report(`${train.length} sentences to learn from, ${dev.length} to measure on`);

const tagSet = tagSetOf(train);
const tagNumbers = tagSet.tags.map(([upos, xpos]) => ({
  upos,
  xpos,
  tagNumber: hashString(upos + ' ' + xpos),
  uposNumber: hashString(upos),
}));
const lemmas = learnLemmas(treebank);
const relations = [...new Set(train.flatMap(sentence => sentence.relations))].sort();

const tagger = trainTagger(train, tagSet, TAGGER_EPOCHS, SEED);
const choices = jackknifedTags(train, tagSet, foldOf, FOLD_EPOCHS, SEED + 1);
report('tagger trained, tags made for the parsers to learn from');

const examples = train.map((sentence, i) => exampleOf(sentence, tagger.lexicon, choices[i]!));
const backwardExamples = examples.map(backwardsExample);
const backwardTransitions = transitionsOf(backwardExamples, relations.indexOf('root'));
jackknifeGuides();
report('first parses made for the forward parser to learn from');
const backward = trainParser(backwardExamples, backwardTransitions, BACKWARD);
report('backward parser trained');
const transitions = transitionsOf(examples, relations.indexOf('root'));
const forward = trainParser(examples, transitions, FORWARD, epoch => report(`forward parser, round ${epoch + 1}`));

const bytes = modelFile(
  {
    version: 3,
    ordinary,
    tags: tagSet.tags,
    lexicon: Object.fromEntries(tagger.lexicon),
    hesitation: HESITATION,
    backward: backwardTransitions.map(({ action, label }) => [action, label]),
    forward: transitions.map(({ action, label }) => [action, label]),
    relations,
    exceptions: Object.fromEntries(lemmas.exceptions),
    known: [...lemmas.known],
  },
  [tagger.learner.pack(PACKING), backward.pack(PACKING), forward.pack(PACKING)],
);
report(`${(bytes.length / 1e6).toFixed(1)} MB; ${measure(readModel(bytes), dev)}`);
report(`own newswire: ${measure(readModel(bytes), newswireDev)}`);
writeFileSync(outPath + '.new', bytes);
renameSync(outPath + '.new', outPath);

function nameless(sentence: TreebankSentence): TreebankSentence {
  return { ...sentence, forms: blindToNames(sentence.forms, standIns) };
}

/** Names that the treebank has as something else than a name in more than one case of ten, or in small letters. */
function ordinaryNames(sentences: TreebankSentence[]): string[] {
  const uses = new Map<string, { all: number; other: number }>();
  const names = nameStandIns([]);
  for (const { forms, upos } of sentences) {
    forms.forEach((form, i) => {
      const name = form.slice(0, 1).toUpperCase() + form.slice(1);
      const standIn = names.one.get(name);
      if (!standIn) return;
      const use = uses.get(name) ?? { all: 0, other: 0 };
      const asName = form === name && (upos[i] === 'PROPN' || (upos[i] === 'ADJ' && standIn.includes('ian')));
      uses.set(name, { all: use.all + 1, other: use.other + (asName ? 0 : 1) });
    });
  }
  return [...uses].flatMap(([name, { all, other }]) => (other > all * 0.1 ? [name] : [])).sort();
}

/** Parses each part of the treebank backwards by a parser that has not seen it, as a hint for the forward parser. */
function jackknifeGuides(): void {
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = backwardExamples.filter((_, i) => foldOf[i] !== fold);
    const lesson = { ...BACKWARD, epochs: FOLD_EPOCHS - 1, seed: SEED + 10 + fold };
    const scorer = trainParser(others, backwardTransitions, lesson).averaged();
    for (let i = 0; i < examples.length; i++) {
      if (foldOf[i] !== fold) continue;
      const { words } = examples[i]!;
      words.guide = turnedRound(words.length, parseGreedily(backwardExamples[i]!.words, scorer, backwardTransitions));
    }
  }
}

/** What the parsers will see of a sentence, given its predicted tags, and what they should find. */
function exampleOf(
  { forms, heads, relations: gold }: TreebankSentence,
  lexicon: Map<string, number>,
  choice: TagChoice,
): ParserExample {
  const found = forms.map((form, i) => {
    const { upos, xpos } = tagNumbers[choice.tags[i]!]!;
    return lemmaOf(form, upos, xpos, lemmas);
  });
  return {
    words: viewWords(viewForms(forms, lexicon), choice, found, tagNumbers),
    heads: Int32Array.from(heads, head => (head < 0 ? forms.length : head)),
    labels: Int32Array.from(gold, relation => relations.indexOf(relation)),
  };
}

/** Known lemmas first, then as exceptions all forms for which the rules give another lemma than the treebank. */
function learnLemmas(sentences: TreebankSentence[]): LemmaKnowledge {
  const known = new Set<string>();
  const counts = new Map<string, Map<string, number>>();
  for (const { forms, lemmas, upos, xpos } of sentences) {
    forms.forEach((form, i) => {
      if (upos[i] === 'X' || xpos[i] === 'ADD' || /\d/.test(form)) return;
      const kind = lemmaClass(xpos[i]!);
      if (kind && upos[i] !== 'PROPN' && lemmas[i] !== '_') known.add(kind + '\t' + lemmas[i]!.toLowerCase());
      const key = [form.toLowerCase().replace(/[’‘`]/g, "'"), xpos[i], upos[i]].join('\t');
      const lemma = upos[i] === 'PROPN' ? (lemmas[i] === form ? form : lemmas[i]!) : lemmas[i]!;
      const seen = counts.get(key) ?? new Map<string, number>();
      counts.set(key, seen.set(lemma, (seen.get(lemma) ?? 0) + 1));
    });
  }
  const exceptions = new Map<string, string>();
  for (const [key, seen] of counts) {
    const [lower, xpos, upos] = key.split('\t') as [string, string, string];
    if (upos === 'PROPN') continue;
    const [lemma] = [...seen].sort((a, b) => b[1] - a[1])[0]!;
    if (lemma !== '_' && lemmaByRule(lower, lower, upos, xpos, { known }) !== lemma)
      exceptions.set(lower + '\t' + xpos, lemma);
  }
  return { known, exceptions };
}

function modelFile(header: Omit<ModelHeader, 'blocks'>, weights: PackedWeights[]): Buffer {
  const blocks = weights.map(({ classes, features, unit, keys, labels }) => ({
    classes,
    features,
    unit,
    keyBytes: keys.length,
    pairs: labels.length,
  }));
  const text = Buffer.from(JSON.stringify({ ...header, blocks }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const parts = weights.flatMap(({ keys, lengths, labels, values }) => [
    keys,
    lengths,
    labels,
    new Uint8Array(values.buffer),
  ]);
  return Buffer.concat([length, text, ...parts]);
}

/** How well the model, as it will be used, reads sentences it has not seen. */
function measure(model: LanguageModel, sentences: TreebankSentence[]): string {
  const right = { tags: 0, heads: 0, labelled: 0 };
  let all = 0;
  for (const sentence of sentences) {
    const choice = tagForms(viewForms(sentence.forms, model.lexicon), model.tagger, model.hesitation);
    const gold = goldTags(sentence, tagSet);
    const { words, heads, labels } = exampleOf(sentence, model.lexicon, choice);
    const { head, label } = parseTwice(words, model.backward, model.forward);
    for (let i = 0; i < words.length; i++) {
      all++;
      if (choice.tags[i] === gold[i]) right.tags++;
      if (head[i] !== heads[i]) continue;
      right.heads++;
      if (label[i] === labels[i]) right.labelled++;
    }
  }
  return `tags ${percent(right.tags / all)} UAS ${percent(right.heads / all)} LAS ${percent(right.labelled / all)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(2);
}

function report(line: string): void {
  console.error(`${process.uptime().toFixed(0).padStart(5)} s  ${line}`);
}
