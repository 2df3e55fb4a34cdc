import { firstNotBefore } from '../../in-order.js';
import type { Span } from '../../reading.js';
import { holdsName, leaderInTerm } from './named-leader.js';
import { actorsAround, type Party, partyOf, type Scene, type Spoken, type Term } from './scene.js';

/** Who says a term, and to or of whom; `null` where the text does not tell. */
export interface Parties {
  speaker: Party | null;
  addressee: Party | null;
}

/** How far before its sentence the leader is looked for whom a term without another addressee means, in characters. */
const REACH_OF_LEADER = 600;

/** How many statements before a term are looked at for the one that holds it. */
const REACH_OF_STATEMENTS = 60;
/** Furthest, in characters, that the content may begin before the term it consists of: 'his "'. */
const REACH_OF_PRONOUN = 8;

/** Both sides of a term of address. */
export function partiesOf(scene: Scene, term: Term): Parties {
  const actors = actorsAround(scene, term);
  const spoken = innermost(scene, term);
  const asTerm = spokenAsTerm(scene, term);
  const between = asTerm && !isJoint(scene, asTerm) ? null : betweenTwo(scene, actors, term, spoken);
  if (between && (term.way === 'relation' || !spoken || isJoint(scene, spoken))) return between;
  // 'called Putin his "closest friend"': who is named so is not who says it.
  const speaker =
    [
      () => term.namedBy ?? null,
      () => asTerm?.speaker ?? null,
      () => ofWhomItIsSaid(scene, term, spoken),
      () => possessorBefore(scene, term, actors),
      () => spoken?.speaker ?? null,
    ]
      .map(find => find())
      .find(party => party && party.name !== term.named?.name) ?? subjectBefore(actors, term);
  if (term.named && term.named.name !== speaker?.name) return { speaker, addressee: term.named };
  return { speaker, addressee: addresseeOf(scene, term, speaker, actors, spoken) };
}

/** "China and Pakistan call themselves": two who speak as one speak of each other. */
function isJoint({ mentions }: Scene, { speaker }: Spoken): boolean {
  const countries = new Set(mentions.within(speaker).flatMap(mention => mention.countries));
  return !speaker.isPerson && countries.size === 2;
}

/** "greetings between Xi and Putin", "the leaders announced a partnership": both sides of the relation. */
function betweenTwo(
  { passage, mentions, pairOfArticle }: Scene,
  actors: Party[],
  term: Term,
  spoken: Spoken | null,
): Parties | null {
  const { text, sentence } = passage;
  const before = text.slice(sentence.start, term.start);
  const isMutual =
    /\b(?:between|each other|one another|both leaders|the two|themselves)\b/i.test(before) ||
    (spoken !== null && isJoint({ mentions } as Scene, spoken));
  if (term.way !== 'relation' && !isMutual) return null;
  const persons = actors.filter(
    (actor, at) => actor.isPerson && actors.findIndex(other => other.name === actor.name) === at,
  );
  if (persons.length >= 2) return { speaker: persons[0]!, addressee: persons[1]! };
  const pair = mentions.within(sentence).find(mention => mention.countries.length === 2);
  const told =
    pair?.countries ??
    (/\b(?:two|both|their|leaders)\b/i.test(text.slice(sentence.start, sentence.end)) ? pairOfArticle : null);
  const place = pair ?? sentence;
  const sides = told
    ? told.map(country => ({ name: country, isPerson: false, country, start: place.start, end: place.end }))
    : actors.filter((actor, index) => actors.findIndex(other => other.country === actor.country) === index);
  return sides.length >= 2 ? { speaker: sides[0]!, addressee: sides[1]! } : null;
}

/** The statement of which the term, with the pronoun before it, is the content: 'Xi spoke of his "deep friendship"'. */
function spokenAsTerm({ statements }: Scene, term: Term): Spoken | null {
  for (let at = lastBefore(statements, term.start); at >= 0; at--) {
    const { content } = statements[at]!;
    if (term.start - content.start >= REACH_OF_PRONOUN) return null;
    if (term.end <= content.end) return statements[at]!;
  }
  return null;
}

const POSSESSIVE = /(,?\s)(?:his|her|their|its)\s*["“‘']*$/i;

/** 'Xi said Putin was his "old friend"': the friend is the subject, so "his" is the speaker's. */
function ofWhomItIsSaid(scene: Scene, term: Term, spoken: Spoken | null): Party | null {
  const { passage, mentions } = scene;
  if (!spoken || !POSSESSIVE.test(passage.text.slice(Math.max(spoken.content.start, term.start - 9), term.start)))
    return null;
  const subject = mentions
    .within({ start: spoken.content.start, end: term.start })
    .find(mention => mention.kind !== 'pronoun' && (mention.person !== null || mention.countries.length === 1));
  if (!subject) return null;
  const between = passage.text.slice(subject.end, term.start);
  const isFriend = /^,? (?:is|was|are|were|had been|has been|remains|remained|became)\b/.test(between);
  if (partyOf(subject).name !== spoken.speaker.name) return isFriend ? spoken.speaker : partyOf(subject);
  return isFriend ? otherLeader(scene, spoken.speaker) : null;
}

/** 'Nicolas Sarkozy, his "friend and brother"': the pronoun before the term is the speaker, not the name before it. */
function possessorBefore({ passage, mentions }: Scene, term: Term, actors: Party[]): Party | null {
  const before = POSSESSIVE.exec(passage.text.slice(Math.max(passage.sentence.start, term.start - 9), term.start));
  if (!before) return null;
  const start = term.start - before[0].length + before[1]!.length;
  const mention = mentions.within({ start, end: start + 3 })[0];
  const apposed = actors.find(actor => start - actor.end >= 0 && start - actor.end <= 2);
  const subject = isSubjectOfCopula(passage.text, actors, start);
  const own = apposed ?? subject;
  const other = actors.find(actor => actor.end <= start && actor !== own && actor.name !== own?.name);
  if (own && (!mention || partyOf(mention).name === own.name)) return other ?? null;
  return mention ? partyOf(mention) : null;
}

/** 'Xi was his "good friend"': who is the friend cannot be whose friend he is. */
function isSubjectOfCopula(text: string, actors: Party[], possessive: number): Party | undefined {
  return actors.findLast(
    actor =>
      actor.end <= possessive &&
      /^,? (?:is|was|are|were|as|remains|remained|became|has been)$/.test(text.slice(actor.end, possessive).trimEnd()),
  );
}

/** The statement whose content holds the term, the innermost one, of those said in and shortly before its sentence. */
function innermost({ statements, passage }: Scene, term: Span): Spoken | null {
  let best: Spoken | null = null;
  for (let at = lastBefore(statements, term.start), seen = 0; at >= 0 && seen < REACH_OF_STATEMENTS; at--, seen++) {
    const { content } = statements[at]!;
    if (content.end < term.end || content.end < passage.sentence.start) continue;
    if (!best || content.end - content.start < best.content.end - best.content.start) best = statements[at]!;
  }
  return best;
}

/** The last statement that begins at or before a place, by halves; -1 without one. */
function lastBefore(statements: Spoken[], place: number): number {
  return firstNotBefore(statements, one => one.content.start <= place) - 1;
}

/** The nearest actor before the term that is no possessor: who toasted, thanked or welcomed. */
function subjectBefore(actors: Party[], term: Term): Party | null {
  const before = actors.filter(actor => actor.end <= term.start);
  return before.find(actor => actor.country !== null) ?? before[0] ?? null;
}

function addresseeOf(
  scene: Scene,
  term: Term,
  speaker: Party | null,
  actors: Party[],
  spoken: Spoken | null,
): Party | null {
  const isOther = (actor: Party) =>
    !speaker || (actor.name !== speaker.name && (actor.country === null || actor.country !== speaker.country));
  const named = leaderInTerm(scene, term, actors);
  if (named && isOther(named)) return named;
  const inside = scene.mentions
    .within(term)
    .filter(mention => /^(?:name|demonym|place)$/.test(mention.kind) || mention.person !== null)
    .map(partyOf)
    .find(isOther);
  const others = actors.filter(isOther);
  if (spoken && term.way !== 'vocative') {
    const subject = others.filter(actor => actor.start >= spoken.content.start && actor.end <= term.start).at(-1);
    if (subject) return subject;
  }
  if (inside) return inside;
  const apposed = others.find(
    actor =>
      actor.end <= term.start &&
      /^,? (?:his|her|their|its|an?|the)? ?["“‘']?$/.test(scene.passage.text.slice(actor.end, term.start)),
  );
  const cue = spoken?.cue;
  const told = cue && others.find(actor => actor.start >= cue.end && actor.start - cue.end < 40);
  const persons = others.filter(actor => actor.isPerson);
  const person = apposed ?? told ?? nearest(persons, term);
  if (person || holdsName(scene.passage.text.slice(term.start, term.end))) return person ?? null;
  return nearest(others, term) ?? otherLeader(scene, speaker);
}

function nearest(actors: Party[], { start, end }: Span): Party | null {
  const distance = (actor: Party) => (actor.end <= start ? start - actor.end : actor.start - end + 20);
  return [...actors].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The leader of another country named last before this sentence. */
function otherLeader({ mentions, passage }: Scene, speaker: Party | null): Party | null {
  const { start } = passage.sentence;
  const other = mentions
    .within({ start: Math.max(0, start - REACH_OF_LEADER), end: start })
    .filter(mention => mention.person && mention.person !== speaker?.name && mention.countries[0] !== speaker?.country)
    .sort((a, b) => b.start - a.start)[0];
  return other ? partyOf(other) : null;
}
