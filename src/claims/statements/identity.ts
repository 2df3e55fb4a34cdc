import type { ActorMention } from '../../actors/actor-mention.js';
import type { Span, StatementClaim } from '../../reading.js';
import { dependents, type Tree } from '../actions/tree.js';
import type { MentionIndex } from './mention-index.js';
import { knownNameParts } from './name-parts.js';
import type { Passage } from './passage.js';
import type { Run } from './phrase.js';

type Speaker = NonNullable<StatementClaim['speaker']>;

/** Speakers of an article that no list knows, by surname: "Pawel Jablonski" names the later "Jablonski". */
export type SpeakersMet = Map<string, { person: string; country: string | null }>;

/**
 * Who a speaker is: the person and country of the mention that holds the head of the phrase; for "who" of what it
 * stands for; for somebody no list knows his full name, with the country of the office beside it. Unnamed speakers
 * ("a senior official") keep their words as a name and have no person; so do critics of somebody.
 */
export function identified(passage: Passage, phrase: Run, mentions: MentionIndex, met: SpeakersMet): Speaker {
  const { tree, text } = passage;
  const { tokens } = tree;
  const head = tokens[phrase.head]!;
  const own = { start: tokens[phrase.first]!.start, end: tokens[phrase.end - 1]!.end };
  if (isOutsider(tree, phrase)) return { name: text.slice(own.start, own.end), person: null, country: null, ...own };
  const mention = /^W/.test(head.xpos)
    ? antecedent(mentions, passage, own)
    : speakingMention(mentions.within(own), head);
  const span = mention && mention.start < own.start && mention.end > own.start ? { ...own, start: mention.start } : own;
  const words = text.slice(span.start, span.end);
  const person = mention?.person ?? null;
  const country = isJoint(passage, phrase, mentions) ? null : oneCountry(mention);
  if (person === null && (!mention || mention.kind === 'office' || mention.kind === 'nominal')) {
    const named = namedPerson(passage, phrase, mentions, met);
    if (named) return { name: named.person, person: named.person, country: country ?? named.country, ...span };
  }
  return {
    name:
      person ?? mention?.organisation ?? (mention && /^(?:name|metonym)$/.test(mention.kind) ? mention.name : words),
    person,
    country: country ?? (mention ? null : countryBeside(tree, phrase, mentions)),
    ...span,
  };
}

/** "Kremlin critics", "opponents of Putin": whoever is named beside the noun is not the one who speaks. */
function isOutsider({ tokens }: Tree, { end, head }: Run): boolean {
  if (tokens[head]!.upos !== 'NOUN' || !knownNameParts().outsiders.has(tokens[head]!.lemma.toLowerCase())) return false;
  return !tokens.slice(head + 1, end).some(({ upos }) => upos === 'PROPN') || tokens[head + 1]?.upos === 'ADP';
}

function oneCountry(mention: ActorMention | undefined): string | null {
  return mention?.countries.length === 1 ? mention.countries[0]! : null;
}

/** "Fiji, Japan and France": several speak, none of them alone. */
function isJoint({ tree }: Passage, { first, end }: Run, mentions: MentionIndex): boolean {
  const { tokens } = tree;
  const and = tokens.slice(first, end).find(token => token.upos === 'CCONJ');
  if (!and) return false;
  const countriesIn = (span: Span) => mentions.within(span).flatMap(({ countries }) => countries);
  const before = countriesIn({ start: tokens[first]!.start, end: and.start });
  const behind = countriesIn({ start: and.end, end: tokens[end - 1]!.end });
  return before.length > 0 && behind.length > 0 && !behind.every(country => before.includes(country));
}

/** The mention that holds the phrase's head, else one with a person, else the first with a country. */
function speakingMention(inside: ActorMention[], head: Span): ActorMention | undefined {
  return (
    inside.find(mention => mention.start <= head.start && head.end <= mention.end) ??
    inside.find(mention => mention.person !== null) ??
    inside.find(mention => mention.countries.length > 0 && mention.start <= head.start)
  );
}

/** Furthest, in characters, that "who" may stand behind what it stands for. */
const REACH_OF_WHO = 3;

function antecedent(mentions: MentionIndex, { sentence }: Passage, { start }: Span): ActorMention | undefined {
  return mentions
    .within({ start: Math.max(sentence.start, start - REACH_OF_WHO), end: start })
    .find(mention => mention.end <= start);
}

/** A person no list knows: two names or more, or the surname of one met before in the article. */
function namedPerson(
  passage: Passage,
  phrase: Run,
  mentions: MentionIndex,
  met: SpeakersMet,
): { person: string; country: string | null } | null {
  const names = namesAtEnd(passage, phrase);
  if (names.length === 0) return null;
  const surname = names.at(-1)!;
  if (names.length === 1) return met.get(surname) ?? null;
  const found = { person: names.join(' '), country: countryBeside(passage.tree, phrase, mentions) };
  met.set(surname, found);
  return found;
}

/** The proper nouns a phrase ends with, without titles; none where one of them is the word of an organisation. */
function namesAtEnd({ tree: { tokens }, text }: Passage, { first, end, head }: Run): string[] {
  const { titles, organisations, particles } = knownNameParts();
  let last = Math.max(head + 1, first + 1);
  while (last < end && tokens[last]!.upos === 'PROPN') last++;
  let from = last;
  for (; from > first; from--) {
    const { form, upos } = tokens[from - 1]!;
    const word = form.toLowerCase();
    if (organisations.has(word)) return [];
    if (titles.has(word.replace(/\.$/, ''))) break;
    const isName = upos === 'PROPN' && /^\p{Lu}(?:[\p{L}.'’]*\p{L})?\.?$/u.test(form);
    if (!isName && !(from < last && (particles.has(word) || form === '-'))) break;
  }
  while (from < last && (particles.has(tokens[from]!.form) || tokens[from]!.form === '-')) from++;
  return from < last ? text.slice(tokens[from]!.start, tokens[last - 1]!.end).split(/\s+/) : [];
}

/** The country of the office or nation in the phrase or in apposition to it: "Alfred Nzo, the South African minister". */
function countryBeside(tree: Tree, { first, end, head }: Run, mentions: MentionIndex): string | null {
  const { tokens } = tree;
  const beside = [head, ...(tokens[head]!.deprel === 'appos' ? [tokens[head]!.head] : [])];
  const spans = beside
    .flatMap(noun => dependents(tree, noun, 'appos'))
    .concat(tokens[head]!.deprel === 'appos' ? [tokens[head]!.head] : [])
    .map(noun => tokens[noun]!);
  const places: Span[] = [{ start: tokens[first]!.start, end: tokens[end - 1]!.end }, ...spans];
  const behind = tokens[end]?.form === ',' ? tokens[end + 1] : undefined;
  if (behind) places.push({ start: behind.start, end: behind.end });
  for (const place of places) {
    const office = mentions
      .within(place)
      .find(
        ({ kind, countries }) => countries.length === 1 && /^(?:office|demonym|nominal|name|organisation)$/.test(kind),
      );
    if (office) return office.countries[0]!;
  }
  return null;
}
