import { madeOnce } from '../made-once.js';
import { feature1, feature2, feature3, hashString } from './hash.js';
import { keptFor } from './kept-words.js';
import type { Scorer, Scores } from './weights.js';
import { wordClasses } from './word-classes.js';

/** What the tagger sees of a sentence: numbers for each form and its parts, computed once. */
export interface FormView {
  length: number;
  /** The form without case, digits levelled. */
  word: Int32Array;
  /** The form as written. */
  exact: Int32Array;
  shape: Int32Array;
  prefix: Int32Array;
  suffix1: Int32Array;
  suffix2: Int32Array;
  suffix3: Int32Array;
  suffix4: Int32Array;
  /** The tags that the word usually has, or its ending and shape if it is unknown. */
  usual: Int32Array;
  /** What the word list says that the word can be, or its ending if it is not in the list. */
  listed: Int32Array;
  /** How the sentence is set: 0 as usual, 1 All Words Capitalised, 2 CAPITALS, 3 all small. */
  setting: number;
}

export const TAGGER_FEATURES = 52;
const NONE = 0x7f4a7c15;
/** Numbers of classes are spread before hashing, so that small numbers do not collide with each other. */
const START = 1009;

/** A form without case, its digits levelled: the key of the lexicon. */
export function levelledForm(form: string): string {
  return plainForm(form).toLowerCase().replace(/\d/g, '0');
}

/** Looks at the forms of a sentence as the tagger needs them. */
export function viewForms(forms: string[], lexicon: Map<string, number>): FormView {
  const length = forms.length;
  const view: FormView = {
    length,
    word: new Int32Array(length),
    exact: new Int32Array(length),
    shape: new Int32Array(length),
    prefix: new Int32Array(length),
    suffix1: new Int32Array(length),
    suffix2: new Int32Array(length),
    suffix3: new Int32Array(length),
    suffix4: new Int32Array(length),
    usual: new Int32Array(length),
    listed: new Int32Array(length),
    setting: settingOf(forms),
  };
  const kept = keptViews(lexicon);
  for (let i = 0; i < length; i++) {
    const seen = keptFor(kept, forms[i]!, form => viewForm(form, lexicon));
    view.word[i] = seen.word;
    view.exact[i] = seen.exact;
    view.shape[i] = seen.shape;
    view.prefix[i] = seen.prefix;
    view.suffix1[i] = seen.suffix1;
    view.suffix2[i] = seen.suffix2;
    view.suffix3[i] = seen.suffix3;
    view.suffix4[i] = seen.suffix4;
    view.listed[i] = seen.listed;
    view.usual[i] = seen.usual;
  }
  return view;
}

/** The numbers of one form, which are the same in every sentence. */
type FormNumbers = Record<Exclude<keyof FormView, 'length' | 'setting'>, number>;

const keptViews = madeOnce((_lexicon: Map<string, number>) => new Map<string, FormNumbers>());

function viewForm(written: string, lexicon: Map<string, number>): FormNumbers {
  const form = plainForm(written);
  const lower = levelledForm(written);
  const shape = shapeOf(form);
  const suffix2 = hashString(lower.slice(-2));
  const suffix3 = hashString(lower.slice(-3));
  const listed = wordClasses().get(lower);
  return {
    word: hashString(lower),
    exact: hashString(form),
    shape: hashString(shape),
    prefix: hashString(lower.slice(0, 3)),
    suffix1: hashString(lower.slice(-1)),
    suffix2,
    suffix3,
    suffix4: hashString(lower.slice(-4)),
    listed: listed ?? feature2(125, suffix3, hashString(shape.slice(0, 2))),
    usual: lexicon.get(lower) ?? listedForm(form, listed) ?? unknownForm(form, shape, suffix2),
  };
}

/** What the tagger decides: a class for every form, and its second choice where it hesitated (else the same class). */
export interface TagChoice {
  tags: Int32Array;
  seconds: Int32Array;
}

/**
 * Gives every form its class (a pair of universal and Penn tag), from left to right, each decision seeing the two
 * before it. Averaged perceptron after Collins (2002).
 *
 * @param hesitation sums that lie closer together than this are a hesitation
 */
export function tagForms(view: FormView, scorer: Scorer, hesitation: number): TagChoice {
  const { keys, sums } = scorer;
  const tags = new Int32Array(view.length);
  const seconds = new Int32Array(view.length);
  for (let i = 0; i < view.length; i++) {
    scorer.score(taggerFeatures(view, i, tags, keys));
    const top = best(sums);
    const second = secondBest(sums, top);
    tags[i] = top;
    seconds[i] = sums[top]! - sums[second]! < hesitation ? second : top;
  }
  return { tags, seconds };
}

/** Fills `features` for the form at `i`, given the tags before it; returns how many there are. */
export function taggerFeatures(view: FormView, i: number, tags: Int32Array, features: Int32Array): number {
  const { word, exact, shape, prefix, suffix1, suffix2, suffix3, suffix4, usual, listed, setting, length } = view;
  const w = word[i]!;
  const wp = i > 0 ? word[i - 1]! : NONE;
  const wpp = i > 1 ? word[i - 2]! : NONE;
  const wn = i + 1 < length ? word[i + 1]! : NONE;
  const wnn = i + 2 < length ? word[i + 2]! : NONE;
  const tp = i > 0 ? tags[i - 1]! + START : START - 1;
  const tpp = i > 1 ? tags[i - 2]! + START : START - 1;
  const sn2 = i + 1 < length ? suffix2[i + 1]! : NONE;
  const sn3 = i + 1 < length ? suffix3[i + 1]! : NONE;
  const shapeNext = i + 1 < length ? shape[i + 1]! : NONE;
  const shapePrevious = i > 0 ? shape[i - 1]! : NONE;
  const here = shape[i]! ^ (setting * 0x51ed27);
  const first = i === 0 ? 1 : 0;
  let n = 0;
  features[n++] = feature1(0, 1);
  features[n++] = feature1(1, w);
  features[n++] = feature1(2, exact[i]!);
  features[n++] = feature2(3, here, first);
  features[n++] = feature2(4, suffix1[i]!, here);
  features[n++] = feature1(5, suffix2[i]!);
  features[n++] = feature1(6, suffix3[i]!);
  features[n++] = feature1(7, suffix4[i]!);
  features[n++] = feature2(8, suffix3[i]!, here);
  features[n++] = feature1(9, prefix[i]!);
  features[n++] = feature1(10, tp);
  features[n++] = feature2(11, tp, tpp);
  features[n++] = feature2(12, tp, w);
  features[n++] = feature1(13, wp);
  features[n++] = feature1(14, wn);
  features[n++] = feature1(15, wpp);
  features[n++] = feature1(16, wnn);
  features[n++] = feature2(17, w, wn);
  features[n++] = feature2(18, wp, w);
  features[n++] = feature2(19, tp, suffix3[i]!);
  features[n++] = feature2(20, suffix3[i]!, sn3);
  features[n++] = feature2(21, tp, wn);
  features[n++] = feature1(22, sn3);
  features[n++] = feature2(23, w, sn2);
  features[n++] = feature2(24, here, shapeNext);
  features[n++] = feature2(25, here, shapePrevious);
  features[n++] = feature3(26, tp, here, shapeNext);
  features[n++] = feature2(27, wn, wnn);
  features[n++] = feature3(28, tp, suffix2[i]!, sn2);
  features[n++] = feature3(29, tpp, tp, w);
  features[n++] = feature2(30, w, wnn);
  features[n++] = feature2(31, wpp, tp);
  features[n++] = feature3(32, tp, w, wn);
  features[n++] = feature3(33, tp, suffix2[i]!, wn);
  const un = i + 1 < length ? usual[i + 1]! : NONE;
  const unn = i + 2 < length ? usual[i + 2]! : NONE;
  features[n++] = feature1(34, usual[i]!);
  features[n++] = feature1(35, un);
  features[n++] = feature2(36, usual[i]!, un);
  features[n++] = feature3(37, tp, usual[i]!, un);
  features[n++] = feature2(38, w, un);
  features[n++] = feature3(39, tp, w, un);
  features[n++] = feature2(40, un, unn);
  features[n++] = feature3(41, usual[i]!, un, unn);
  features[n++] = feature3(42, tpp, tp, un);
  features[n++] = feature3(43, w, un, unn);
  features[n++] = feature3(44, tp, usual[i]!, tpp);
  const list = listed[i]!;
  const listNext = i + 1 < length ? listed[i + 1]! : NONE;
  features[n++] = feature2(45, list, here);
  features[n++] = feature3(46, tp, list, listNext);
  features[n++] = feature3(47, tpp, tp, list);
  features[n++] = feature2(48, listNext, here);
  features[n++] = feature3(49, list, here, first);
  return n;
}

/** The class with the highest sum; the first of equals. */
export function best(scores: Scores): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}

/** The class with the next highest sum. */
export function secondBest(scores: Scores, top: number): number {
  let second = top === 0 ? 1 : 0;
  for (let c = second + 1; c < scores.length; c++) if (c !== top && scores[c]! > scores[second]!) second = c;
  return second;
}

/** Curly and backquoted marks as straight ones: the treebank has mostly straight ones, the news mostly curly. */
function plainForm(form: string): string {
  if (/^[\x21-\x5f\x61-\x7e]+$/.test(form)) return form === "''" ? '"' : form;
  if (form === '``') return '"';
  return form
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...');
}

/** The look of a form: `Xx` for Moscow, `XX` for NATO, `0,0` for 1,000. Runs are shortened to two. */
function shapeOf(form: string): string {
  let shape = '';
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const letter = form[i]!;
    const kind = /[0-9]/.test(letter) ? '0' : /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : letter;
    if (shape.at(-1) === kind && shape.at(-2) === kind) continue;
    shape += kind;
  }
  return shape;
}

/** A word of the list that the treebank hardly has; with a capital it may be a name all the same. */
function listedForm(form: string, listed: number | undefined): number | undefined {
  return listed === undefined ? undefined : feature2(124, listed, form.charCodeAt(0) < 97 ? 1 : 0);
}

/** Unknown words with a capital are names whatever they end in, and however short, as "Xi"; of others the ending tells. */
function unknownForm(form: string, shape: string, suffix: number): number {
  if (form.charCodeAt(0) < 97) return feature2(126, hashString(shape.slice(0, 2)), form.endsWith('s') ? 1 : 0);
  return feature2(127, suffix, hashString(shape));
}

/** Headlines set every word with a capital or in capitals; a capital then says little about names. */
function settingOf(forms: string[]): number {
  let words = 0;
  let capital = 0;
  let upper = 0;
  for (const form of forms) {
    const first = form.charCodeAt(0);
    if (form.length < 2) continue;
    if (first < 65 || (first > 90 && first < 97) || (first > 122 && first < 0xc0)) continue;
    const small = form.toLowerCase();
    const large = form.toUpperCase();
    if (small === large) continue;
    // Short words such as "of" stay small in most headlines, so they do not count.
    if (form.length < 4 && form === small) continue;
    words++;
    if (form === large) upper++;
    else if (form[0] !== small[0]) capital++;
  }
  if (words < 3) return 0;
  if (upper >= 0.7 * words) return 2;
  if (upper + capital >= 0.9 * words) return 1;
  return upper + capital === 0 && words >= 5 ? 3 : 0;
}
