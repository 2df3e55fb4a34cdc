import type { Token } from '../language/sentence.js';
import type { Country, Day, Found, JudgementClaim, Span, TimeExpression } from '../reading.js';
import { treeOf } from './actions/tree.js';
import type { AnnotatedArticle } from './annotated.js';
import { type Standing, standingOf } from './judgements/argument.js';
import { dimensionOf, isPlay, type Match, matchIn, type Place } from './judgements/patterns.js';
import { favouredSide, type Sides, sidesOf } from './judgements/sides.js';
import { mainPair } from './main-pair.js';
import { timesIn } from './offices/period.js';
import { cueAt } from './statements/cues.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';

/** Shortest part of a sentence that can judge, in words. */
const SHORTEST_PART = 3;

/**
 * Reads what an article, or somebody in it, concludes about a relation: who has power (verdict), who needs whom
 * (dependence), why someone acts (motive), what will come (forecast), what to think of it (opinion); by the patterns of
 * data/judgement-patterns.yaml. Only sentences about a pair of countries count: two that the sentence names, or one and
 * the other of the article's pair. One judgement for each part of a sentence between semicolons, and two where a clause
 * with "but" or "while" favours the other side.
 */
export function readJudgements(page: AnnotatedArticle): Found<JudgementClaim>[] {
  const pair = mainPair(page.mentions);
  if (!pair) return [];
  const mentions = mentionIndex(page.mentions);
  const times = [...page.times].sort((a, b) => a.start - b.start);
  const found = page.sentences
    .filter(sentence => !sentence.boilerplate)
    .flatMap(sentence => {
      const tree = treeOf(sentence);
      const judge = (tokens: Token[]): Judged[] => {
        if (isPlay(tokens)) return [];
        const places = placesOf(tokens, mentions);
        let standing: Standing = 'none';
        const match = matchIn(places, isReported(tokens), found => {
          standing = standingOf(found, places, tree);
          return standing !== 'none';
        });
        const sides = match && sidesOf(tokens, mentions, pair, match);
        if (!match || !sides) return [];
        const headline = isHeadline(page, sentence, sentence.index);
        const isTurned = (standing as Standing) === 'not so';
        if (isTurned && !canTurn(match)) return [];
        const claim = judgement(tokens, match, sides, isTurned, timesIn(times, spanOf(tokens)), headline);
        return [{ claim, asksArticle: match.pattern.favours === 'article' }];
      };
      return partsOf(sentence.tokens).flatMap(part => {
        const sides = contrastIn(part).flatMap(judge);
        return areOpposed(sides.map(({ claim }) => claim)) ? sides : judge(part);
      });
    });
  const favoured = favouredByArticle(
    found.filter(({ asksArticle }) => !asksArticle).map(({ claim }) => claim),
    pair,
  );
  return found.map(({ claim, asksArticle }) =>
    asksArticle && samePair(claim.about, pair) ? { ...claim, favours: favoured } : claim,
  );
}

interface Judged {
  claim: Found<JudgementClaim>;
  /** Whether it means whom the article's other judgements favour. */
  asksArticle: boolean;
}

/** "Turkey leans on Russia, but Moscow needs Ankara more": each clause has its own side. */
function areOpposed(judgements: Found<JudgementClaim>[]): boolean {
  const [one, other] = judgements;
  return (
    judgements.length === 2 &&
    judgements.every(({ form, favours }) => /^(?:verdict|dependence)$/.test(form) && favours !== null) &&
    one!.favours !== other!.favours
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

/** Only who has the better of it, or is needed, has an opposite: of a denied motive or opinion nothing is left. */
function canTurn({ pattern }: Match): boolean {
  return pattern.form === 'verdict' || pattern.form === 'dependence';
}

function otherOf(about: [Country, Country], country: Country | null): Country | null {
  return country === about[0] ? about[1] : country === about[1] ? about[0] : null;
}

function samePair(about: [Country, Country] | null, pair: [Country, Country]): boolean {
  return about?.every(country => pair.includes(country)) ?? false;
}

function judgement(
  tokens: Token[],
  match: Match,
  sides: Sides,
  isTurned: boolean,
  times: TimeExpression[],
  headline: boolean,
): Found<JudgementClaim> {
  const { pattern } = match;
  const favoured = favouredSide(match, sides);
  const isCertain = match.slots.B !== undefined || (sides.before.length > 0 && sides.behind.length > 0);
  return {
    kind: 'judgement',
    ...spanOf(tokens),
    confidence: pattern.weak ? 0.6 : isCertain ? 0.75 : 0.7,
    form: pattern.form,
    about: sides.about,
    favours: isTurned ? otherOf(sides.about, favoured) : favoured,
    dimension: pattern.dimension ?? dimensionOf(tokens),
    due: pattern.form === 'forecast' ? dueOf(times) : null,
    headline,
  };
}

/** Each token with the country of the one actor it belongs to. */
function placesOf(tokens: Token[], mentions: MentionIndex): Place[] {
  const places: Place[] = tokens.map((token, at) => ({ token, country: null, actorEnd: at + 1 }));
  for (const { start, end, countries } of mentions.within(spanOf(tokens))) {
    if (countries.length !== 1 || countries[0] === 'IGO') continue;
    const inside = places.filter(({ token }) => token.start >= start && token.end <= end);
    const last = inside.at(-1);
    if (!last) continue;
    const actorEnd = places.indexOf(last) + 1;
    for (const place of inside) Object.assign(place, { country: countries[0], actorEnd });
  }
  return places;
}

/** Whether the part reports what somebody says. */
function isReported(tokens: Token[]): boolean {
  return tokens.some((token, at) => token.upos === 'VERB' && cueAt(tokens, at)?.cue.stances.has('speech') === true);
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
  return parts.filter(part => part.length >= SHORTEST_PART);
}

/** Words that set one clause against the other. */
const CONTRAST = /^(?:but|yet|while|whereas|though|although)$/;

/** The two clauses around the first word of contrast, none where there is no such word. */
function contrastIn(tokens: Token[]): Token[][] {
  const at = tokens.findIndex(({ form }, index) => index > 0 && CONTRAST.test(form));
  if (at < 0) return [];
  const end = tokens[at - 1]!.upos === 'PUNCT' ? at - 1 : at;
  return [tokens.slice(0, end), tokens.slice(at + 1)].filter(part => part.length >= SHORTEST_PART);
}

/** A forecast can be scored after the last day that it names. */
function dueOf(times: TimeExpression[]): Day | null {
  return times.map(time => time.to).findLast(to => to !== null) ?? null;
}

function isHeadline({ article }: AnnotatedArticle, sentence: Span, index: number): boolean {
  if (article.titleSpan) return sentence.start < article.titleSpan.end && sentence.end > article.titleSpan.start;
  return (
    index === 0 && article.title !== null && article.text.slice(sentence.start, sentence.end).startsWith(article.title)
  );
}

function spanOf(tokens: Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}
