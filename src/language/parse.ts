import { madeOnce } from '../made-once.js';
import type { Span } from '../reading.js';
import { isBoilerplate } from './boilerplate.js';
import { hashString } from './hash.js';
import { keptFor, oneObject } from './kept-words.js';
import { lemmaOf } from './lemma.js';
import { type LanguageModel, languageModel, type ParserModel } from './model.js';
import { blindToNames } from './name-blind.js';
import { paragraphs } from './paragraphs.js';
import { backwards, type Guide, parseGreedily, turnedRound, type WordView } from './parser.js';
import type { Sentence, Token } from './sentence.js';
import { sentenceRanges } from './sentence-ends.js';
import { type FormView, type TagChoice, tagForms, viewForms } from './tagger.js';
import { tokenise } from './tokens.js';
import { wordTopics } from './word-classes.js';

/**
 * Reads English text into sentences with words, tags, lemmas and a dependency parse (Universal Dependencies).
 *
 * Every token stands in the text: `text.slice(token.start, token.end) === token.form`. Sentences come in the order of
 * the text, without gaps other than white space. Lines of the page rather than of the article are marked
 * `boilerplate`. No sentence has more than `LONGEST_SENTENCE` tokens; the work is linear in the length of the text.
 */
export function parseSentences(text: string): Sentence[] {
  const found: Omit<Sentence, 'tokens'>[] = [];
  const spansOf: Span[][] = [];
  paragraphs(text).forEach((paragraph, number) => {
    const spans = tokenise(text, paragraph.start, paragraph.end);
    if (spans.length === 0) return;
    for (const [from, to] of sentenceRanges(text, spans)) {
      const own = spans.slice(from, to);
      const start = own[0]!.start;
      const end = own.at(-1)!.end;
      const boilerplate = isBoilerplate(text.slice(start, Math.min(end, start + 400)), end - start);
      found.push({ start, end, boilerplate, index: found.length, paragraph: number });
      spansOf.push(own);
    }
  });
  const tokens = parseAll(text, spansOf, languageModel());
  return found.map((sentence, i) => ({ ...sentence, tokens: tokens[i]! }));
}

/** Tags, lemmas, heads and relations for the tokens of one sentence. */
export function parseTokens(text: string, spans: Span[], model: LanguageModel = languageModel()): Token[] {
  return parseAll(text, [spans], model)[0]!;
}

/** So many sentences are read together: enough to be quick, and not too many to hold. */
const TOGETHER = 200;

/**
 * Reads sentences, all of them with one model before the next model has its turn: the three have twenty megabytes of
 * weights, more than the processor has at hand, and those in use would push each other out with every sentence.
 */
function parseAll(text: string, sentences: Span[][], model: LanguageModel): Token[][] {
  const all: Token[][] = [];
  for (let from = 0; from < sentences.length; from += TOGETHER) {
    const some = sentences.slice(from, from + TOGETHER);
    const tagged = some.map(spans => withTags(text, spans, model));
    const guides = tagged.map(({ words }) => guideOf(words, model.backward));
    all.push(...tagged.map((sentence, i) => withHeads(sentence, some[i]!, guides[i]!, model)));
  }
  return all;
}

/** A sentence with tags and lemmas, as the parsers see it. */
interface Tagged {
  forms: string[];
  tags: LanguageModel['tags'];
  lemmas: string[];
  words: WordView;
}

/** The first step: tags and lemmas, and what the parsers see. */
function withTags(text: string, spans: Span[], model: LanguageModel): Tagged {
  const forms = spans.map(({ start, end }) => oneObject(text.slice(start, end)));
  const seen = blindToNames(forms, model.standIns);
  const view = viewForms(seen, model.lexicon);
  const choice = withFiniteVerb(forms, tagForms(view, model.tagger, model.hesitation), model.tags);
  const tags = Array.from(choice.tags, tag => model.tags[tag]!);
  const lemmas = forms.map((form, i) => lemmaAs(tags[i]!, form, model));
  const seenLemmas = seen.map((form, i) => (form === forms[i] ? lemmas[i]! : lemmaAs(tags[i]!, form, model)));
  return { forms, tags, lemmas, words: viewWords(view, choice, seenLemmas, model.tags) };
}

type Tag = LanguageModel['tags'][number];

/** Lemmas of words by their tag. */
const keptLemmas = madeOnce((_tag: Tag) => new Map<string, string>());

function lemmaAs(tag: Tag, form: string, model: LanguageModel): string {
  return keptFor(keptLemmas(tag), form, own => oneObject(lemmaOf(own, tag.upos, tag.xpos, model.lemmas)));
}

/** The last step: heads and relations. */
function withHeads({ forms, tags, lemmas, words }: Tagged, spans: Span[], guide: Guide, model: LanguageModel): Token[] {
  const { head, label } = parseGuided(words, guide, model.forward);
  return spans.map(({ start, end }, i) => ({
    start,
    end,
    index: i,
    form: forms[i]!,
    lemma: lemmas[i]!,
    upos: tags[i]!.upos,
    xpos: tags[i]!.xpos,
    head: head[i] === forms.length ? -1 : head[i]!,
    deprel: model.relations[label[i]!] ?? 'dep',
  }));
}

/**
 * A sentence with a full stop has a finite verb: where the tagger found none, the first participle behind a noun that it
 * would next have taken for a past tense is one ("Jets using guided bombs killed six").
 */
function withFiniteVerb(forms: string[], choice: TagChoice, known: LanguageModel['tags']): TagChoice {
  const { tags, seconds } = choice;
  const xpos = (tag: number) => known[tag]!.xpos;
  if (forms.at(-1) !== '.' || tags.some(tag => /^(?:VB[DPZ]|MD)$/.test(xpos(tag)))) return choice;
  const noun = tags.findIndex(tag => /^(?:NN|PRP)/.test(xpos(tag)));
  const verb = tags.findIndex((tag, i) => i > noun && xpos(tag) === 'VBN' && xpos(seconds[i]!) === 'VBD');
  if (noun < 0 || verb < 0) return choice;
  return { tags: tags.with(verb, seconds[verb]!), seconds: seconds.with(verb, tags[verb]!) };
}

/** Reads a sentence from its end, then from its front with the first parse as a hint. */
export function parseTwice(words: WordView, backward: ParserModel, forward: ParserModel): Guide {
  return parseGuided(words, guideOf(words, backward), forward);
}

function guideOf(words: WordView, { weights, transitions }: ParserModel): Guide {
  return turnedRound(words.length, parseGreedily(backwards(words), weights, transitions));
}

function parseGuided(words: WordView, guide: Guide, { weights, transitions }: ParserModel): Guide {
  return parseGreedily({ ...words, guide }, weights, transitions);
}

/** What the parsers see of a sentence. */
export function viewWords(
  view: FormView,
  { tags, seconds }: TagChoice,
  lemmas: string[],
  tagNumbers: LanguageModel['tags'],
): WordView {
  const numbers = lemmas.map((lemma, i) => {
    const tag = tagNumbers[tags[i]!]!;
    return keptFor(keptNumbers(tag), lemma, own => numbersOf(tag, own));
  });
  return {
    length: view.length,
    form: view.word,
    lemma: Int32Array.from(numbers, ({ lemma }) => lemma),
    tag: tags.map(tag => tagNumbers[tag]!.tagNumber),
    second: seconds.map(tag => tagNumbers[tag]!.tagNumber),
    upos: tags.map(tag => tagNumbers[tag]!.uposNumber),
    topic: Int32Array.from(numbers, ({ topic }) => topic),
    guide: null,
  };
}

/** The numbers of lemmas by their tag. */
const keptNumbers = madeOnce((_tag: Tag) => new Map<string, { lemma: number; topic: number }>());

function numbersOf({ upos, uposNumber }: Tag, lemma: string): { lemma: number; topic: number } {
  return {
    lemma: hashString(lemma.toLowerCase().replace(/\d/g, '0')),
    topic: wordTopics().get(upos + ' ' + lemma) ?? uposNumber,
  };
}
