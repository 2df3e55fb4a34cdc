/**
 * How likely it is that two reports tell of one event: what speaks for and against it, added up as log-odds
 * (Fellegi and Sunter 1969, record linkage). What cannot be true of one event rules it out.
 */
import { isSame, type Report } from './report.js';
import { mostShared, sharedWords } from './word-set.js';

/** From here on two reports are taken for one event. */
export const SAME_FROM = 0.5;

/** What the signs weigh, in log-odds. Set by hand; how well they tell is measured by bench/merging.ts (docs/record.md). */
const WEIGHTS = {
  sameDay: 2.6,
  within: 1.2,
  bothVague: 0.2,
  toldNextDays: 1.6,
  toldThatWeek: 0.6,
  toldLater: -1.2,
  toldMuchLater: -2.6,
  toldTogether: 1.4,
  toldInOneWeek: 0.2,
  toldApart: -1.8,
  toldFarApart: -3.2,
  recalled: -0.2,
  timeUnknown: -0.8,
  sameParties: 0.6,
  someParties: -0.7,
  sameMode: 0.5,
  otherMode: -0.9,
  sameContent: 0.4,
  otherContent: -1.2,
  sameTrigger: 0.7,
  samePlace: 0.9,
  otherPlace: -4,
  otherHost: -6.5,
  words: 4.2,
  fewWords: -0.8,
  manyDeedsWords: 5.4,
  manyDeedsFewWords: -2.2,
  linked: 2.5,
  sameArticle: -0.9,
};

/**
 * @returns the chance that both tell of one event, 0 to 1; exactly 0 where that is impossible: another type, other
 *   parties, two different days, done and still to come, by telephone and face to face.
 */
export function sameEvent(one: Report, other: Report): number {
  if (!canBeSame(one, other)) return 0;
  return 1 / (1 + Math.exp(-oddsOf(one, other, sharedWords(one.words, other.words))));
}

/** Can the chance be SAME_FROM? Told without comparing words, of which most pairs share too few. */
export function mayBeSame(one: Report, other: Report): boolean {
  const shared = mostShared(one.words, other.words);
  const most = timeOdds(one, other) + wordOdds(one, other, shared) + MOST_OF_ELSE;
  if (most < ODDS_FROM && one.article !== other.article) return false;
  return oddsOf(one, other, shared) >= ODDS_FROM;
}

const ODDS_FROM = Math.log(SAME_FROM / (1 - SAME_FROM));

/** What parties, kind and place of two articles speak for one event at most. */
const MOST_OF_ELSE =
  WEIGHTS.sameParties + WEIGHTS.sameMode + WEIGHTS.sameContent + WEIGHTS.sameTrigger + WEIGHTS.samePlace;

function oddsOf(one: Report, other: Report, shared: number): number {
  return (
    timeOdds(one, other) +
    partyOdds(one, other) +
    kindOdds(one, other) +
    placeOdds(one, other) +
    wordOdds(one, other, shared) +
    linkOdds(one, other)
  );
}

function canBeSame(one: Report, other: Report): boolean {
  return (
    one.type === other.type &&
    one.status === other.status &&
    one.negated === other.negated &&
    isPossibleTime(one, other) &&
    isPossibleParties(one, other) &&
    isPossibleMode(one, other) &&
    // A data set lists each event once.
    !(one.row && other.row && one.row.dataset === other.row.dataset) &&
    (one.of === null || other.of === null || one.of === other.of)
  );
}

/** Stated days must meet; two single days must be one day. */
function isPossibleTime(one: Report, other: Report): boolean {
  if (one.days && other.days) return one.days.from <= other.days.to && other.days.from <= one.days.to;
  const [{ days, status }, { toldDay }] = one.days ? [one, other] : [other, one];
  // What had happened when it was told did not happen after that; a day more for clocks elsewhere.
  return days === null || toldDay === null || status !== 'done' || toldDay - days.from >= -1;
}

function isPossibleParties(one: Report, other: Report): boolean {
  if (one.names.length && other.names.length && one.parties.includes('IGO') && other.parties.includes('IGO')) {
    if (!one.names.some(name => other.names.includes(name))) return false;
  }
  return canShareParties(one, other);
}

/** Are the parties of one those of the other, or some of them, on the same sides? */
export function canShareParties(one: Report, other: Report): boolean {
  if (isSame(one.parties, other.parties)) return isSameDirection(one, other);
  const [few, many] = one.parties.length < other.parties.length ? [one, other] : [other, one];
  return (
    few.parties.length > 0 &&
    few.source.every(country => many.source.includes(country)) &&
    few.target.every(country => many.target.includes(country))
  );
}

function isSameDirection(one: Report, other: Report): boolean {
  // A visit and the meeting it was made for name the same two, one way and both ways.
  if (one.type === 'CONSULT' || one.mutual || other.mutual) return true;
  return isSame(one.source, other.source) && isSame(one.target, other.target);
}

/** Face to face or not is no matter of wording; a visit, a meeting and its host are. */
function isPossibleMode(one: Report, other: Report): boolean {
  return one.mode === null || other.mode === null || isFarAway(one.mode) === isFarAway(other.mode);
}

function isFarAway(mode: string): boolean {
  return mode === 'phone' || mode === 'video';
}

function timeOdds(one: Report, other: Report): number {
  if (one.days && other.days) {
    if (one.precision === 'day' && other.precision === 'day') return WEIGHTS.sameDay;
    return one.precision === 'day' || other.precision === 'day' ? WEIGHTS.within : WEIGHTS.bothVague;
  }
  if (!one.days && !other.days) return toldOdds(one.toldDay, other.toldDay);
  const [stated, open] = one.days ? [one, other] : [other, one];
  return sinceOdds(stated, open);
}

/** Neither says when it was: told on the same days it is the news of these days. */
function toldOdds(one: number | null, other: number | null): number {
  if (one === null || other === null) return WEIGHTS.timeUnknown;
  const days = Math.abs(one - other);
  if (days <= 2) return WEIGHTS.toldTogether;
  return days <= 7 ? WEIGHTS.toldInOneWeek : days <= 31 ? WEIGHTS.toldApart : WEIGHTS.toldFarApart;
}

/** One says when it was: the other is news of it, or looks back on it. */
function sinceOdds(stated: Report, open: Report): number {
  if (open.toldDay === null) return WEIGHTS.timeUnknown;
  if (stated.status !== 'done') return toldOdds(stated.toldDay, open.toldDay);
  const days = Math.max(0, open.toldDay - stated.days!.to);
  if (days <= 2) return WEIGHTS.toldNextDays;
  if (days <= 7) return WEIGHTS.toldThatWeek;
  if (!open.main) return WEIGHTS.recalled;
  return days <= 31 ? WEIGHTS.toldLater : WEIGHTS.toldMuchLater;
}

function partyOdds(one: Report, other: Report): number {
  return isSame(one.parties, other.parties) ? WEIGHTS.sameParties : WEIGHTS.someParties;
}

function kindOdds(one: Report, other: Report): number {
  const mode = one.mode && other.mode ? (one.mode === other.mode ? WEIGHTS.sameMode : modeOdds(one, other)) : 0;
  const content = one.of && other.of ? WEIGHTS.sameContent : 0;
  const trigger = one.trigger && one.trigger === other.trigger ? WEIGHTS.sameTrigger : 0;
  return mode + content + trigger;
}

/** A visit is made to meet: these are two words for one thing. Other modes are other things. */
function modeOdds(one: Report, other: Report): number {
  return [one, other].every(({ mode }) => ['visit', 'meet', 'host'].includes(mode!)) ? 0 : WEIGHTS.otherMode;
}

function placeOdds(one: Report, other: Report): number {
  if (one.host && other.host && one.host !== other.host) return WEIGHTS.otherHost;
  if (!one.place || !other.place) return 0;
  if (one.place.name && one.place.name === other.place.name) return WEIGHTS.samePlace;
  if (one.place.country && other.place.country)
    return one.place.country === other.place.country ? WEIGHTS.samePlace / 2 : WEIGHTS.otherPlace;
  return 0;
}

/** Two states meet once a day; what they accuse, agree on or give may be several things, and only the words tell which. */
function wordOdds(one: Report, other: Report, shared: number): number {
  const [{ length }, { length: otherLength }] = [one.words.hashes, other.words.hashes];
  // A row has a title, no sentence: what it leaves unsaid speaks for nothing.
  if (length === 0 || otherLength === 0) return 0;
  const share = shared / Math.sqrt(length * otherLength);
  if (one.row || other.row) return WEIGHTS.words * share;
  return one.type === 'CONSULT'
    ? WEIGHTS.fewWords + WEIGHTS.words * share
    : WEIGHTS.manyDeedsFewWords + WEIGHTS.manyDeedsWords * share;
}

/** Within one article its own links say what is told again; what it does not link is rather another deed. */
function linkOdds(one: Report, other: Report): number {
  if (one.article === null || one.article !== other.article) return 0;
  const tells = (from: Report, to: Report) =>
    from.kept!.claim.links.some(({ type, claim }) => type === 'repeats' && claim === to.kept!.claim.id);
  return tells(one, other) || tells(other, one) ? WEIGHTS.linked : WEIGHTS.sameArticle;
}
