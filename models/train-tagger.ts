import {
  best,
  type FormView,
  levelledForm,
  secondBest,
  TAGGER_FEATURES,
  type TagChoice,
  tagForms,
  taggerFeatures,
  viewForms,
} from '../src/language/tagger.js';
import { createFeatureCounter, createLearner, type Learner, MARGIN, seededRandom, shuffled } from './perceptron.js';
import type { TreebankSentence } from './treebank.js';

/** The classes of the tagger: every pair of universal and Penn tag in the treebank. */
export interface TagSet {
  tags: [upos: string, xpos: string][];
  numberOf: Map<string, number>;
}

/** A tagger with the lexicon it was trained with. */
export interface TrainedTagger {
  lexicon: Map<string, number>;
  learner: Learner;
}

/** A feature seen less often than this in the treebank gets no weights. */
const RAREST_FEATURE = 3;
/** Sums closer together than this are a hesitation: every eighth word, and nearly half of the mistakes among them. */
export const HESITATION = 50;

export function tagSetOf(sentences: TreebankSentence[]): TagSet {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    sentence.upos.forEach((upos, i) => {
      const tag = upos + '\t' + sentence.xpos[i];
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  }
  // A pair seen fewer than five times is a slip of the annotators far oftener than a class.
  const tags = [...counts].filter(([, count]) => count >= 5).map(([tag]) => tag.split('\t') as [string, string]);
  tags.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return { tags, numberOf: new Map(tags.map((tag, i) => [tag.join('\t'), i])) };
}

/** Numbers of the gold tags, -1 for pairs too rare to be a class. */
export function goldTags(sentence: TreebankSentence, { numberOf }: TagSet): Int32Array {
  return Int32Array.from(sentence.upos, (upos, i) => numberOf.get(upos + '\t' + sentence.xpos[i]) ?? -1);
}

/** Learns a tagger; each sentence is read with the tags predicted so far, as it will be later. */
export function trainTagger(
  sentences: TreebankSentence[],
  tagSet: TagSet,
  epochs: number,
  seed: number,
): TrainedTagger {
  const random = seededRandom(seed);
  const lexicon = lexiconOf(sentences, tagSet);
  const examples = [...sentences, ...recased(sentences, random)].map(sentence => ({
    view: viewForms(sentence.forms, lexicon),
    gold: goldTags(sentence, tagSet),
  }));
  const features = new Int32Array(TAGGER_FEATURES);
  const counter = createFeatureCounter();
  for (const { view, gold } of examples) {
    for (let i = 0; i < view.length; i++) counter.count(features, taggerFeatures(view, i, gold, features));
  }
  const learner = createLearner(tagSet.tags.length, key => counter.atLeast(key, RAREST_FEATURE));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { view, gold } of shuffled(examples, random)) learnSentence(learner, view, gold);
  }
  return { lexicon, learner };
}

function learnSentence(learner: Learner, view: FormView, gold: Int32Array): void {
  const tags = new Int32Array(view.length);
  const { keys, sums } = learner;
  for (let i = 0; i < view.length; i++) {
    const count = taggerFeatures(view, i, tags, keys);
    learner.score(count);
    learner.tick();
    const guess = best(sums);
    const right = gold[i]!;
    if (right >= 0) {
      const rival = guess === right ? secondBest(sums, right) : guess;
      if (sums[right]! - sums[rival]! < MARGIN) learner.update(keys, count, right, rival);
    }
    tags[i] = guess;
  }
}

/**
 * Tags each part of the treebank by a tagger that has not seen it, so that the parser learns from tags as faulty as it
 * will meet.
 *
 * @param foldOf the part that each sentence belongs to
 */
export function jackknifedTags(
  sentences: TreebankSentence[],
  tagSet: TagSet,
  foldOf: number[],
  epochs: number,
  seed: number,
): TagChoice[] {
  const choices: TagChoice[] = new Array(sentences.length);
  for (const fold of new Set(foldOf)) {
    const others = sentences.filter((_, i) => foldOf[i] !== fold);
    const tagger = trainTagger(others, tagSet, epochs, seed + fold);
    const scorer = tagger.learner.averaged();
    for (let i = 0; i < sentences.length; i++) {
      if (foldOf[i] !== fold) continue;
      choices[i] = tagForms(viewForms(sentences[i]!.forms, tagger.lexicon), scorer, HESITATION);
    }
  }
  return choices;
}

/** For every word seen three times or more its commonest tag and, if they are common too, the next two. */
export function lexiconOf(sentences: TreebankSentence[], tagSet: TagSet): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const sentence of sentences) {
    const gold = goldTags(sentence, tagSet);
    sentence.forms.forEach((form, i) => {
      if (gold[i]! < 0) return;
      const key = levelledForm(form);
      const seen = counts.get(key) ?? new Map<number, number>();
      counts.set(key, seen.set(gold[i]!, (seen.get(gold[i]!) ?? 0) + 1));
    });
  }
  const lexicon = new Map<string, number>();
  for (const [word, seen] of counts) {
    const ranked = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const all = ranked.reduce((sum, [, count]) => sum + count, 0);
    if (all < 3) continue;
    const common = (rank: number) => (ranked[rank] && ranked[rank][1] >= all * 0.1 ? ranked[rank][0] + 1 : 0);
    lexicon.set(word, (common(0) * 256 + common(1)) * 256 + common(2));
  }
  return lexicon;
}

/** Some sentences as a headline would set them: they teach not to trust capitals where all words have them. */
export function recased(sentences: TreebankSentence[], random: () => number): TreebankSentence[] {
  return sentences.flatMap(sentence => {
    const dice = random();
    if (sentence.forms.length < 4 || dice > 0.08) return [];
    const forms = sentence.forms.map(dice < 0.04 ? form => form.toUpperCase() : headlineCase);
    return [{ ...sentence, forms }];
  });
}

function headlineCase(form: string): string {
  if (/^(?:a|an|the|of|in|on|to|for|at|by|and|or|as|'s|n't)$/.test(form)) return form;
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}
