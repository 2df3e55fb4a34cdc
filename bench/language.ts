/**
 * How well and how fast src/language reads a treebank.
 *
 *     npx tsc -p tsconfig.tools.json
 *     node .build/tools/bench/language.js TREEBANK.conllu[.gz] [--long]
 *
 * Prints tag, lemma and attachment scores on the treebank's own tokens; token, sentence and attachment F1 from raw text
 * (paragraphs rebuilt from the `# text` lines); attachment by relation; tokens a second; time to load the model. With
 * `--long` also the time for texts of one to ten megabytes, to see that it grows no faster than they do.
 */

import { readTreebank, type TreebankSentence } from '../models/treebank.js';
import { lemmaOf } from '../src/language/lemma.js';
import { languageModel } from '../src/language/model.js';
import { parseSentences, parseTokens } from '../src/language/parse.js';
import type { Token } from '../src/language/sentence.js';
import { tokenise } from '../src/language/tokens.js';

const [path, option] = process.argv.slice(2);
if (!path) {
  console.error('usage: language.js TREEBANK.conllu[.gz] [--long]');
  process.exit(2);
}
const loadStart = performance.now();
const model = languageModel();
const loadTime = performance.now() - loadStart;
const gold = readTreebank(path);

console.log(`model loaded in ${loadTime.toFixed(0)} ms`);
measureOwnTokens(gold);
measureRawText(gold);
measureSpeed(gold);
if (option === '--long') measureLongTexts(gold);

function measureOwnTokens(sentences: TreebankSentence[]): void {
  const tally = { tokens: 0, upos: 0, xpos: 0, lemma: 0, lemmaOfGoldTags: 0, heads: 0, labelled: 0 };
  const byRelation = new Map<string, { gold: number; found: number; right: number }>();
  const relation = (name: string) => {
    const entry = byRelation.get(name) ?? { gold: 0, found: 0, right: 0 };
    byRelation.set(name, entry);
    return entry;
  };
  for (const sentence of sentences) {
    const { text, spans } = spaced(sentence.forms);
    const tokens = parseTokens(text, spans, model);
    tokens.forEach((token, i) => {
      tally.tokens++;
      if (token.upos === sentence.upos[i]) tally.upos++;
      if (token.xpos === sentence.xpos[i]) tally.xpos++;
      if (token.lemma === sentence.lemmas[i]) tally.lemma++;
      if (lemmaOf(token.form, sentence.upos[i]!, sentence.xpos[i]!, model.lemmas) === sentence.lemmas[i])
        tally.lemmaOfGoldTags++;
      relation(token.deprel).found++;
      relation(sentence.relations[i]!).gold++;
      if (token.head !== sentence.heads[i]) return;
      tally.heads++;
      if (token.deprel !== sentence.relations[i]) return;
      tally.labelled++;
      relation(token.deprel).right++;
    });
  }
  const share = (count: number) => ((100 * count) / tally.tokens).toFixed(2);
  console.log(
    `own tokens: UPOS ${share(tally.upos)}  XPOS ${share(tally.xpos)}  lemma ${share(tally.lemma)} (with gold tags ${share(tally.lemmaOfGoldTags)})`,
  );
  console.log(`own tokens: UAS ${share(tally.heads)}  LAS ${share(tally.labelled)}`);
  const rows = [...byRelation].filter(([, { gold }]) => gold >= 20).sort((a, b) => b[1].gold - a[1].gold);
  for (const [name, { gold, found, right }] of rows) {
    console.log(`  ${name.padEnd(14)} F1 ${f1(right, gold, found)}  (${gold} in the treebank, ${found} found)`);
  }
}

/** Scores over the characters without white space, as the CoNLL 2018 shared task aligns them. */
function measureRawText(sentences: TreebankSentence[]): void {
  const goldTokens = new Map<string, { head: string; relation: string }>();
  const goldSentences = new Set<string>();
  let text = '';
  let at = 0;
  for (const sentence of sentences) {
    text += (text === '' ? '' : sentence.opensParagraph ? '\n\n' : ' ') + sentence.text;
    const keys = sentence.forms.map(form => {
      const width = form.replace(/\s/g, '').length;
      at += width;
      return `${at - width}:${at}`;
    });
    keys.forEach((key, i) => {
      goldTokens.set(key, { head: keys[sentence.heads[i]!] ?? 'root', relation: sentence.relations[i]! });
    });
    goldSentences.add(`${keys[0]!.split(':')[0]}:${at}`);
  }
  let found = 0;
  let tokens = 0;
  let heads = 0;
  let labelled = 0;
  let sentencesRight = 0;
  const parsed = parseSentences(text);
  const place = blackPlaces(text);
  for (const sentence of parsed) {
    const key = (token: Token) => `${place[token.start]}:${place[token.end]}`;
    if (goldSentences.has(`${place[sentence.start]}:${place[sentence.end]}`)) sentencesRight++;
    for (const token of sentence.tokens) {
      found++;
      const match = goldTokens.get(key(token));
      if (!match) continue;
      tokens++;
      if ((token.head < 0 ? 'root' : key(sentence.tokens[token.head]!)) !== match.head) continue;
      heads++;
      if (token.deprel === match.relation) labelled++;
    }
  }
  const all = goldTokens.size;
  console.log(
    `raw text: tokens F1 ${f1(tokens, all, found)}  sentences F1 ${f1(sentencesRight, sentences.length, parsed.length)}`,
  );
  console.log(`raw text: UAS ${f1(heads, all, found)}  LAS ${f1(labelled, all, found)}`);
}

function measureSpeed(sentences: TreebankSentence[]): void {
  const text = sentences.map(sentence => sentence.text).join('\n\n');
  const tokens = tokenise(text).length;
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    parseSentences(text);
    return performance.now() - start;
  });
  console.log(`speed: ${Math.round((tokens / Math.min(...times)) * 1000)} tokens a second, best of three`);
}

/** Processor time, so that other work on the machine counts less. */
function measureLongTexts(sentences: TreebankSentence[]): void {
  const once = sentences.map(sentence => sentence.text).join('\n\n');
  const tenMegabytes = once.repeat(Math.ceil(10e6 / once.length)).slice(0, 10e6);
  for (const megabytes of [1.25, 2.5, 5, 10]) {
    const start = process.cpuUsage();
    const parsed = parseSentences(tenMegabytes.slice(0, megabytes * 1e6));
    const { user, system } = process.cpuUsage(start);
    console.log(
      `${megabytes} MB: ${parsed.length} sentences, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
    );
  }
}

/** The forms with a space between each two, and where they stand. */
function spaced(forms: string[]): { text: string; spans: { start: number; end: number }[] } {
  let text = '';
  const spans = forms.map(form => {
    const start = text.length;
    text += form + ' ';
    return { start, end: start + form.length };
  });
  return { text, spans };
}

/** For every offset, how many characters that are not white space stand before it. */
function blackPlaces(text: string): Int32Array {
  const places = new Int32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    places[i] = count;
    if (!/\s/.test(text[i]!)) count++;
  }
  places[text.length] = count;
  return places;
}

function f1(right: number, gold: number, found: number): string {
  return ((200 * right) / Math.max(1, gold + found)).toFixed(2);
}
