import type { ActorMention } from '../actors/actor-mention.js';
import { knownList } from '../knowledge.js';
import type { Token } from '../language/sentence.js';
import type { Country, Day, Found, JudgementClaim, Span, TimeExpression } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { mainPair } from './main-pair.js';
import { cueAt } from './statements/cues.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';

/** Words that "*" may stand for in a pattern. */
const GAP = 3;

/**
 * Reads what an article, or somebody in it, concludes about a relation: who has power (verdict), who needs whom
 * (dependence), why someone acts (motive), what will come (forecast), what to think of it (opinion); by the patterns of
 * data/judgement-patterns.yaml. Only sentences about a pair of countries count: two that the sentence names, or one and
 * the other of the article's pair. One judgement for each part of a sentence between semicolons.
 */
export function readJudgements(page: AnnotatedArticle): Found<JudgementClaim>[] {
  const pair = mainPair(page.mentions);
  if (!pair) return [];
  const mentions = mentionIndex(page.mentions);
  const times = [...page.times].sort((a, b) => a.start - b.start);
  const found = page.sentences
    .filter(sentence => !sentence.boilerplate)
    .flatMap(sentence => partsOf(sentence.tokens).map(tokens => ({ sentence, tokens })))
    .flatMap(({ sentence, tokens }) => {
      const part: Part = { text: page.article.text, tokens, mentions, pair };
      const match = matchIn(tokens);
      const sides = match && sidesOf(part, match);
      if (!match || !sides) return [];
      const headline = isHeadline(page, sentence, sentence.index);
      const claim = judgement(part, match, sides, timesIn(times, spanOf(tokens)), headline);
      return [{ claim, asksArticle: match.pattern.favours === 'article' }];
    });
  const favoured = favouredByArticle(
    found.filter(({ asksArticle }) => !asksArticle).map(({ claim }) => claim),
    pair,
  );
  return found.map(({ claim, asksArticle }) =>
    asksArticle && samePair(claim.about, pair) ? { ...claim, favours: favoured } : claim,
  );
}

/** Whom most of an article's verdicts and dependences of its pair favour: "it is clear who has the power" means them. */
function favouredByArticle(judgements: Found<JudgementClaim>[], pair: [Country, Country]): Country | null {
  let lead = 0;
  for (const { form, about, favours } of judgements) {
    if ((form === 'verdict' || form === 'dependence') && samePair(about, pair))
      lead += favours === pair[0] ? 1 : favours === pair[1] ? -1 : 0;
  }
  return lead > 0 ? pair[0] : lead < 0 ? pair[1] : null;
}

function samePair(about: [Country, Country] | null, pair: [Country, Country]): boolean {
  return about?.every(country => pair.includes(country));
}

interface Part {
  text: string;
  tokens: Token[];
  mentions: MentionIndex;
  pair: [Country, Country];
}

interface Match {
  pattern: Pattern;
  /** Places in the part, end exclusive. */
  first: number;
  end: number;
}

interface Sides {
  about: [Country, Country];
  /** Countries named before and behind the pattern, nearest first. */
  before: Country[];
  behind: Country[];
}

function judgement(
  part: Part,
  match: Match,
  sides: Sides,
  times: TimeExpression[],
  headline: boolean,
): Found<JudgementClaim> {
  const { pattern } = match;
  return {
    kind: 'judgement',
    ...spanOf(part.tokens),
    confidence: pattern.weak ? 0.4 : sides.before.length > 0 && sides.behind.length > 0 ? 0.6 : 0.5,
    form: pattern.form,
    about: sides.about,
    favours: favoured(pattern, sides),
    dimension: pattern.dimension ?? dimensionOf(part.tokens),
    due: pattern.form === 'forecast' ? dueOf(times) : null,
    headline,
  };
}

function favoured({ favours }: Pattern, { about, before, behind }: Sides): Country | null {
  const otherThan = (country: Country | undefined): Country | null =>
    country === undefined ? null : ((about[0] === country ? about[1] : about[1] === country ? about[0] : null) ?? null);
  const inPair = (countries: Country[]) => countries.find(country => about.includes(country));
  const subject = inPair(before);
  const object = inPair(behind);
  switch (favours) {
    case 'subject':
      return subject ?? null;
    case 'other':
      return subject !== undefined ? otherThan(subject) : (object ?? null);
    case 'object':
      return object ?? otherThan(subject);
    case 'against-object':
      return otherThan(object);
    default:
      return null;
  }
}

/** The pair a part is about, the country named first in front: two it names, or one and the article's other. */
function sidesOf({ tokens, mentions, pair }: Part, match: Match): Sides | null {
  const span = spanOf(tokens);
  const named = mentions
    .within(span)
    .filter(mention => mention.countries.length > 0 && !mention.countries.includes('IGO'))
    .sort((a, b) => a.start - b.start);
  const order = [...new Set(named.flatMap(mention => mention.countries))];
  const inPair = order.filter(country => pair.includes(country));
  const about = aboutOf(order, inPair, pair);
  if (!about) return null;
  const pivot = tokens[match.first]!.start;
  const end = tokens[match.end - 1]!.end;
  const countries = (list: ActorMention[]) =>
    list.flatMap(mention => (mention.countries.length === 1 ? mention.countries : []));
  return {
    about,
    before: countries(named.filter(mention => mention.start < pivot).reverse()),
    behind: countries(named.filter(mention => mention.end > end || mention.start >= pivot)),
  };
}

function aboutOf(order: Country[], inPair: Country[], pair: [Country, Country]): [Country, Country] | null {
  if (inPair.length === 2) return [inPair[0]!, inPair[1]!];
  if (inPair.length === 1) return [inPair[0]!, pair[0] === inPair[0] ? pair[1] : pair[0]];
  if (order.length >= 2) return [order[0]!, order[1]!];
  return null;
}

/** Parts of a sentence between semicolons. */
function partsOf(tokens: Token[]): Token[][] {
  const parts: Token[][] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    if (token.form !== ';') return;
    parts.push(tokens.slice(from, index));
    from = index + 1;
  });
  parts.push(tokens.slice(from));
  return parts.filter(part => part.length > 2);
}

/** The pattern that stands first in the file of those that fit. */
function matchIn(tokens: Token[]): Match | null {
  const reported = tokens.some(
    token => token.upos === 'VERB' && cueAt(tokens, token.index - tokens[0]!.index)?.cue.stances.has('speech'),
  );
  let best: Match | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (let at = 0; at < tokens.length; at++) {
    for (const starter of new Set([tokens[at]!.form.toLowerCase(), tokens[at]!.lemma.toLowerCase()])) {
      for (const pattern of patternsBy(starter)) {
        if (pattern.rank >= rank || (pattern.unsaid && reported)) continue;
        const end = patternEnd(tokens, at, pattern.words, 0);
        if (end === null) continue;
        best = { pattern, first: at, end };
        rank = pattern.rank;
      }
    }
  }
  return best;
}

/** One past the last token of a pattern that begins at a place, `null` where it does not stand there. */
function patternEnd(tokens: Token[], at: number, words: string[][], word: number): number | null {
  if (word === words.length) return at;
  const options = words[word]!;
  if (options[0] === '*') {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = patternEnd(tokens, at + skip, words, word + 1);
      if (end !== null) return end;
    }
    return null;
  }
  const token = tokens[at];
  if (!token) return null;
  const fits =
    options[0] === '+' || options.includes(token.form.toLowerCase()) || options.includes(token.lemma.toLowerCase());
  return fits ? patternEnd(tokens, at + 1, words, word + 1) : null;
}

/** A forecast can be scored after the last day that it names. */
function dueOf(times: TimeExpression[]): Day | null {
  return (
    times
      .map(time => time.to)
      .filter(to => to !== null)
      .at(-1) ?? null
  );
}

function isHeadline({ article }: AnnotatedArticle, sentence: Span, index: number): boolean {
  if (article.titleSpan) return sentence.start < article.titleSpan.end && sentence.end > article.titleSpan.start;
  return (
    index === 0 && article.title !== null && article.text.slice(sentence.start, sentence.end).startsWith(article.title)
  );
}

function dimensionOf(tokens: Token[]): string | null {
  for (const token of tokens) {
    const dimension = dimensions().get(token.lemma.toLowerCase());
    if (dimension) return dimension;
  }
  return null;
}

function spanOf(tokens: Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}

function timesIn(times: TimeExpression[], { start, end }: Span): TimeExpression[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: TimeExpression[] = [];
  for (let at = low; at < times.length && times[at]!.start < end; at++) found.push(times[at]!);
  return found;
}

interface Group {
  form: JudgementClaim['form'];
  favours: string;
  dimension?: string;
  weak?: boolean;
  unsaid?: boolean;
  words: string[];
}

interface Pattern extends Omit<Group, 'words'> {
  words: string[][];
  rank: number;
}

let byStarter: Map<string, Pattern[]> | null = null;
let byWord: Map<string, string> | null = null;

function patternsBy(starter: string): Pattern[] {
  if (!byStarter) {
    byStarter = new Map();
    let rank = 0;
    for (const { words, ...group } of file().patterns) {
      for (const row of words) {
        const pattern: Pattern = { ...group, words: row.split(' ').map(word => word.split('|')), rank: rank++ };
        for (const word of pattern.words[0]!) byStarter.set(word, [...(byStarter.get(word) ?? []), pattern]);
      }
    }
  }
  return byStarter.get(starter) ?? [];
}

function dimensions(): Map<string, string> {
  byWord ??= new Map(
    Object.entries(file().dimensions).flatMap(([dimension, words]) => words.map(word => [word, dimension] as const)),
  );
  return byWord;
}

function file(): { patterns: Group[]; dimensions: Record<string, string[]> } {
  known ??= knownList<{ patterns: Group[]; dimensions: Record<string, string[]> }>('judgement-patterns.yaml');
  return known;
}

let known: { patterns: Group[]; dimensions: Record<string, string[]> } | null = null;
