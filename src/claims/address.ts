import type { ActorMention } from '../actors/actor-mention.js';
import { type Holding, knownHoldings } from '../actors/holders.js';
import { knownList } from '../knowledge.js';
import type { AddressClaim, Found, Span } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { mainPair } from './main-pair.js';
import { readStatements } from './statement.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';
import { type Passage, passagesOf } from './statements/passage.js';
import { findQuotations, type Quotation } from './statements/quotations.js';

/** Longest term of address, in words: what is longer is a sentence about somebody. */
const LONGEST_TERM = 10;

/**
 * Reads how leaders address and name each other: vocatives ("President Xi, my dear friend, ..."), epithets in
 * quotation marks ("his 'old friend'"), what a speaker says the other is ("is my best friend and colleague"), and names
 * of the relation ("a no-limits partnership"). Terms in a sequence are one claim each, in the order of the text.
 */
export function readAddresses(page: AnnotatedArticle): Found<AddressClaim>[] {
  const { text } = page.article;
  const quotations = findQuotations(text, page.sentences);
  const passages = passagesOf(text, page.sentences, quotations);
  const mentions = mentionIndex(page.mentions);
  const statements = spokenSpans(page);
  const pair = mainPair(page.mentions);
  return passages.flatMap(passage => {
    const scene: Scene = {
      passage,
      mentions,
      statements,
      quotations: [...passage.quotations, ...passage.nested],
      date: page.article.date.value,
      pairOfArticle: pair,
    };
    return withoutOverlap(termsIn(scene)).map(term => addressClaim(scene, term));
  });
}

interface Spoken {
  content: Span;
  /** Who speaks, as the mentions name them. */
  speaker: Party;
  /** Where the statement's cue stands. */
  cue: Span | null;
}

interface Scene {
  passage: Passage;
  mentions: MentionIndex;
  statements: Spoken[];
  quotations: Quotation[];
  date: string | null;
  pairOfArticle: [string, string] | null;
}

/** A person or state as a side of an address. */
interface Party extends Span {
  name: string;
  isPerson: boolean;
  country: string | null;
}

interface Term extends Span {
  way: 'vocative' | 'epithet' | 'predicate' | 'relation';
}

function spokenSpans(page: AnnotatedArticle): Spoken[] {
  return readStatements(page)
    .flatMap(({ speaker, content, cue }) =>
      speaker
        ? content.map(span => ({
            content: span,
            cue,
            speaker: {
              name: speaker.person ?? speaker.country ?? speaker.name,
              isPerson: speaker.person !== null,
              country: speaker.country,
              start: speaker.start,
              end: speaker.end,
            },
          }))
        : [],
    )
    .sort((a, b) => a.content.start - b.content.start);
}

function termsIn(scene: Scene): Term[] {
  return [
    ...quotedTerms(scene),
    ...vocatives(scene),
    ...predicates(scene),
    ...letterOpenings(scene),
    ...relations(scene),
  ];
}

/** The longer of two terms that overlap; the terms in the order of the text. */
function withoutOverlap(terms: Term[]): Term[] {
  const kept: Term[] = [];
  for (const term of [...terms].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(other => other.start < term.end && term.start < other.end)) kept.push(term);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Short quotations that are a form of address as a whole: “my old friend”, “dear president”, "Chairman Kim". */
function quotedTerms({ passage, quotations }: Scene): Term[] {
  const { text } = passage;
  const terms: Term[] = [];
  for (const quotation of quotations) {
    const span = inner(text, quotation);
    const words = wordsOf(text.slice(span.start, span.end));
    const kin = kinNation(text, quotation);
    if (kin) terms.push({ ...kin, way: 'epithet' });
    if (kin || words.length === 0 || words.length > LONGEST_TERM || hasFiniteVerb(passage, quotation)) continue;
    const parts = commaParts(text, span);
    const addressing = parts.filter(part => isTerm(wordsOf(text.slice(part.start, part.end))));
    if (relationHead(words)) terms.push({ ...span, way: 'relation' });
    else if (parts.length > 1 && (addressing.length < parts.length || beginsSequence(text, parts))) {
      terms.push(...addressing.map(part => ({ ...part, way: 'epithet' as const })));
    } else if (isTerm(words)) terms.push({ ...span, way: 'epithet' });
  }
  return terms;
}

/** "dear Jacques, dear Bill": several addressees; "President Xi, my dear friend": a title, then a term of its own. */
function beginsSequence(text: string, parts: Span[]): boolean {
  const first = wordsOf(text.slice(parts[0]!.start, parts[0]!.end));
  return isTitled(first) || /^dear$/i.test(first[0] ?? '');
}

const KIN_NATION =
  /\b(?:(?:an?|our|my) )?(?:sister|brother|brotherly|fraternal) (?:nation|country|people|peoples|state|republic)s?\b/i;

/** A nation as kin: "a brother country", "sister nation". */
function kinNation(text: string, { start, end }: Span): Span | null {
  const found = KIN_NATION.exec(text.slice(start, Math.min(end, start + 400)));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : null;
}

/** Parts between commas, at the start or the end of a sentence inside a quotation, that address somebody. */
function vocatives({ passage }: Scene): Term[] {
  const { text, sentence } = passage;
  const terms: Term[] = [];
  for (const quotation of passage.quotations) {
    const here = { start: Math.max(quotation.start, sentence.start), end: Math.min(quotation.end, sentence.end) };
    if (here.end <= here.start) continue;
    const parts = commaParts(text, here);
    if (parts.length === 0) continue;
    for (const part of parts) {
      const words = wordsOf(text.slice(part.start, part.end));
      const isEdge = part === parts[0] || part === parts.at(-1);
      const previous = terms.at(-1);
      const follows =
        previous !== undefined && previous.end <= part.start && /^[\s,]*$/.test(text.slice(previous.end, part.start));
      if (words.length > 5 || !isVocative(words)) continue;
      if (isEdge || follows || /^(?:my|dear|our)$/i.test(words[0]!)) terms.push({ ...part, way: 'vocative' });
    }
  }
  return terms;
}

/** "... is my best friend and colleague", "welcome as an old friend": what a quoted speaker calls the other. */
function predicates({ passage }: Scene): Term[] {
  const { tokens } = passage.tree;
  const terms: Term[] = [];
  for (const quotation of passage.quotations) {
    for (const token of tokens) {
      if (token.start < quotation.start || token.end > quotation.end) continue;
      if (!nouns().has(token.form.toLowerCase())) continue;
      const term = phraseAround(passage, token.index, quotation);
      if (term && !terms.some(other => other.start <= term.start && term.end <= other.end))
        terms.push({ ...term, way: 'predicate' });
    }
  }
  return terms;
}

/** The words around a noun of address: possessive or article, adjectives, "and colleague", the name behind. */
function phraseAround({ tree: { tokens } }: Passage, noun: number, quotation: Span): Span | null {
  let first = noun;
  while (first > 0 && tokens[first - 1]!.start >= quotation.start && opensTerm(tokens[first - 1]!.form)) first--;
  const lead = tokens[first]!.form.toLowerCase();
  const before = tokens[first - 1]?.form.toLowerCase() ?? '';
  const personal = /^(?:my|our)$/.test(lead);
  const warm = first < noun && adjectives().has(tokens[noun - 1]!.form.toLowerCase());
  const named = /^(?:as|are|is|two)$/.test(before) || lead === 'two';
  if (!personal && !(warm && (named || /^(?:an?|dear)$/.test(lead)))) return null;
  let end = noun + 1;
  while (end < tokens.length && tokens[end]!.end <= quotation.end) {
    const { form } = tokens[end]!;
    const next = tokens[end + 1];
    if (/^(?:and)$/i.test(form) && next && nouns().has(next.form.toLowerCase())) end += 2;
    else if (tokens[end]!.upos === 'PROPN' && personal) end++;
    else break;
  }
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
}

function opensTerm(form: string): boolean {
  const word = form.toLowerCase();
  return /^(?:my|our|an?|the|his|her|their|two|and)$/.test(word) ? word !== 'and' : adjectives().has(word);
}

/** The opening of a letter or a headline that is no quotation: "Your Excellency, my dear brother: ...", "Dear friend Xi". */
function letterOpenings({ passage }: Scene): Term[] {
  const { text, sentence } = passage;
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120));
  if (
    !/^(?:To )?(?:Your (?:Excellenc(?:y|ies)|Majesty|(?:Royal |Imperial )?Highness)|Dear|My dear|Mr President|Madam President)\b/.test(
      opening,
    )
  )
    return [];
  const terms: Term[] = [];
  const start = opening.startsWith('To ') ? sentence.start + 3 : sentence.start;
  for (const part of commaParts(text, { start, end: sentence.start + opening.length }, /[,:;]/)) {
    const words = wordsOf(text.slice(part.start, part.end));
    const friend = /^Dear (?:friend|comrade|brother|colleague)\b/.exec(text.slice(part.start, part.end));
    if (words.length <= 6 && isVocative(words)) terms.push({ ...part, way: 'vocative' });
    else if (friend) terms.push({ start: part.start, end: part.start + friend[0].length, way: 'vocative' });
    else break;
  }
  return terms;
}

const BONDS = /\bbonds? of (?:brotherhood|friendship|fraternity|kinship)\b/i;

/** Names of the relation, quoted or not: "a borderless partnership between their two nations". */
function relations({ passage }: Scene): Term[] {
  const { tokens } = passage.tree;
  const terms: Term[] = [];
  const bonds = BONDS.exec(passage.text.slice(passage.sentence.start, passage.sentence.end));
  if (bonds) {
    const start = passage.sentence.start + bonds.index;
    terms.push({ start, end: start + bonds[0].length, way: 'relation' });
  }
  for (const token of tokens) {
    if (!relationNouns().has(token.form.toLowerCase())) continue;
    let first = token.index;
    let named = false;
    for (let at = token.index - 1; at >= Math.max(0, token.index - 6); at--) {
      const { form, upos } = tokens[at]!;
      if (relationAdjectives().has(form.toLowerCase())) {
        named = true;
        first = at;
      } else if (!/^(?:ADJ|NOUN|PROPN|PUNCT|ADV)$/.test(upos) || /^[,;:“”"]$/.test(form)) break;
      else if (named) break;
    }
    const hyphened =
      tokens[first - 1]?.form === '-' && tokens[first - 2]
        ? `${tokens[first - 2]!.form}-${tokens[first]!.form}`.toLowerCase()
        : '';
    if (!named && relationAdjectives().has(hyphened)) first -= 2;
    else if (!named) {
      const joined = passage.text.slice(Math.max(passage.sentence.start, token.start - 20), token.start).toLowerCase();
      const adjective = [...relationAdjectives()].find(
        word => joined.endsWith(`${word} `) && !/[a-z-]/.test(joined.at(-word.length - 2) ?? ' '),
      );
      if (!adjective) continue;
      terms.push({ start: token.start - adjective.length - 1, end: token.end, way: 'relation' });
      continue;
    }
    terms.push({ start: tokens[first]!.start, end: token.end, way: 'relation' });
  }
  return terms;
}

function addressClaim(scene: Scene, term: Term): Found<AddressClaim> {
  const { text } = scene.passage;
  const words = text.slice(term.start, term.end);
  const { speaker, addressee } = parties(scene, term);
  return {
    kind: 'address',
    start: term.start,
    end: term.end,
    confidence: speaker && addressee ? 0.7 : 0.5,
    speaker: speaker?.name ?? null,
    addressee: addressee?.name ?? null,
    term: words,
    occasion: occasionOf(scene, term),
    warmth: warmthOf(words),
  };
}

interface Parties {
  speaker: Party | null;
  addressee: Party | null;
}

/** Who says the term, and to or of whom. */
function parties(scene: Scene, term: Term): Parties {
  const actors = actorsIn(scene, term);
  const spoken = innermost(scene, term);
  const between = betweenTwo(scene, actors, term);
  if (between && (term.way === 'relation' || !spoken)) return between;
  const speaker =
    spokenAsTerm(scene, term)?.speaker ??
    possessorBefore(scene, term, actors) ??
    spoken?.speaker ??
    subjectBefore(actors, term);
  return { speaker, addressee: addresseeOf(scene, term, speaker, actors, spoken) };
}

/** "greetings between Xi and Putin", "the leaders announced a partnership": both sides of the relation. */
function betweenTwo({ passage, mentions, pairOfArticle }: Scene, actors: Party[], term: Term): Parties | null {
  const { text, sentence } = passage;
  const before = text.slice(sentence.start, term.start);
  if (term.way !== 'relation' && !/\b(?:between|each other|one another|both leaders|the two)\b/i.test(before))
    return null;
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
  return (
    statements.find(
      ({ content }) => content.start <= term.start && term.start - content.start < 8 && term.end <= content.end,
    ) ?? null
  );
}

/** 'Nicolas Sarkozy, his "friend and brother"': the pronoun before the term is the speaker, not the name before it. */
function possessorBefore({ passage, mentions }: Scene, term: Term, actors: Party[]): Party | null {
  const before = /(,?\s)(?:his|her|their|its)\s*["“‘']*$/i.exec(
    passage.text.slice(Math.max(passage.sentence.start, term.start - 9), term.start),
  );
  if (!before) return null;
  const start = term.start - before[0].length + before[1]!.length;
  const mention = mentions.within({ start, end: start + 3 })[0];
  const apposed = actors.find(actor => start - actor.end >= 0 && start - actor.end <= 2);
  const other = actors.find(actor => actor.end <= start && actor !== apposed && actor.name !== apposed?.name);
  if (apposed && (!mention || partyOf(mention).name === apposed.name)) return other ?? null;
  return mention ? partyOf(mention) : null;
}

/** The statement whose content holds the term, the innermost one. */
function innermost({ statements, passage }: Scene, term: Span): Spoken | null {
  const near = statements.filter(
    ({ content }) => content.start <= term.start && term.end <= content.end && content.end >= passage.sentence.start,
  );
  return near.sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0] ?? null;
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
  const named = namedInTerm(scene, term, actors);
  if (named) return named;
  const inside = scene.mentions
    .within(term)
    .filter(mention => mention.kind === 'name' || mention.kind === 'demonym' || mention.person !== null)
    .map(partyOf)
    .find(isOther);
  if (inside) return inside;
  const others = actors.filter(isOther);
  if (spoken && term.way !== 'vocative') {
    const subject = others.filter(actor => actor.start >= spoken.content.start && actor.end <= term.start).at(-1);
    if (subject) return subject;
  }
  const apposed = others.find(
    actor =>
      actor.end <= term.start &&
      /^,? (?:his|her|their|its|an?|the)? ?["“‘']?$/.test(scene.passage.text.slice(actor.end, term.start)),
  );
  const cue = spoken?.cue;
  const told = cue && others.find(actor => actor.start >= cue.end && actor.start - cue.end < 40);
  const persons = others.filter(actor => actor.isPerson);
  return apposed ?? told ?? nearest(persons, term) ?? nearest(others, term) ?? otherLeader(scene, speaker);
}

function nearest(actors: Party[], { start, end }: Span): Party | null {
  const distance = (actor: Party) => (actor.end <= start ? start - actor.end : actor.start - end + 20);
  return [...actors].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/**
 * The leader whom a term names by one name: "Dear Volodymyr", "Chairman Kim". Somebody in the article of that name, else
 * the one leader of that name in office then, of a country that the sentence names where several are.
 */
function namedInTerm({ passage, mentions, date }: Scene, term: Term, actors: Party[]): Party | null {
  const words = wordsOf(passage.text.slice(term.start, term.end));
  const name = words.at(-1)!;
  if (words.length < 2 || !isName(name) || titleWords().has(name.toLowerCase()) || nouns().has(name.toLowerCase()))
    return null;
  const place = { start: term.start, end: term.end };
  const inside = mentions.within(term).find(mention => mention.person?.includes(' '));
  if (inside) return partyOf(inside);
  const known = actors.find(actor => wordsOf(actor.name).includes(name));
  if (known) return { ...known, ...place };
  const leaders = leadersNamed(name, date);
  const countries = new Set(actors.map(actor => actor.country));
  const one = leaders.length === 1 ? leaders[0] : leaders.find(leader => countries.has(leader.country));
  return one ? { name: one.person, isPerson: true, country: one.country, ...place } : null;
}

/** Leaders and ministers with a name among their names, in office on a day (of any day where none is known). */
function leadersNamed(name: string, date: string | null): Holding[] {
  if (!byName) {
    byName = new Map();
    for (const holding of knownHoldings()) {
      for (const word of new Set(wordsOf([holding.person, ...holding.spellings].join(' ')))) {
        byName.set(word, [...(byName.get(word) ?? []), holding]);
      }
    }
  }
  const inOffice = (byName.get(name) ?? []).filter(
    ({ from, to }) => date === null || ((from === null || from <= date) && (to === null || date <= to)),
  );
  return inOffice.filter((holding, index) => inOffice.findIndex(other => other.person === holding.person) === index);
}

/** The leader of another country named last before this sentence. */
function otherLeader({ mentions, passage }: Scene, speaker: Party | null): Party | null {
  const before = mentions.within({ start: Math.max(0, passage.sentence.start - 600), end: passage.sentence.start });
  const other = before
    .filter(mention => mention.person && mention.person !== speaker?.name && mention.countries[0] !== speaker?.country)
    .sort((a, b) => b.start - a.start)[0];
  return other ? partyOf(other) : null;
}

/** Persons and states of the sentence outside the term, in order. */
function actorsIn({ passage, mentions }: Scene, term: Span): Party[] {
  return mentions
    .within(passage.sentence)
    .filter(mention => mention.kind !== 'place' && (mention.person !== null || mention.countries.length > 0))
    .filter(mention => mention.end <= term.start || mention.start >= term.end)
    .sort((a, b) => a.start - b.start)
    .flatMap(mention =>
      mention.countries.length > 1
        ? mention.countries.map(country => ({ ...partyOf(mention), name: country, isPerson: false, country }))
        : [partyOf(mention)],
    );
}

function partyOf(mention: ActorMention): Party {
  const country = mention.countries.length === 1 ? mention.countries[0]! : null;
  return {
    name: mention.person ?? country ?? mention.name,
    isPerson: mention.person !== null,
    country,
    start: mention.start,
    end: mention.end,
  };
}

/** The words that say on what occasion: "During his last visit to Moscow in 2019". */
function occasionOf({ passage }: Scene, term: Span): string | null {
  const { text, sentence, tree } = passage;
  for (const token of tree.tokens) {
    if (token.start >= term.start && token.end <= term.end) continue;
    if (!occasions().has(token.lemma.toLowerCase())) continue;
    const preposition = tree.tokens
      .slice(Math.max(0, token.index - 5), token.index)
      .findLast(word => /^(?:at|in|during|after|before|on|over)$/i.test(word.form));
    if (!preposition) continue;
    const rest = text.slice(token.end, sentence.end);
    const tail =
      /^(?: (?:in|to|at|of|with|from) [\p{Lu}\d][\p{L}\d.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*)?){0,3}/u.exec(rest)?.[0] ??
      '';
    return text.slice(preposition.start, token.end + tail.length);
  }
  return null;
}

/** Warmth of a term by data/address-warmth.yaml: of the highest level of which it holds a word, or `null`. */
export function warmthOf(term: string): number | null {
  const words = ` ${wordsOf(term).join(' ').toLowerCase()} `;
  let warmth: number | null = null;
  for (const level of scale()) {
    if (level.words.some(word => words.includes(` ${word} `))) warmth = Math.max(warmth ?? 0, level.warmth);
  }
  return warmth;
}

/** Whether words as a whole are a form of address: a noun of address with what goes before it, or a title and a name. */
function isTerm(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  const noun = lower.findIndex(word => nouns().has(word));
  if (noun >= 0)
    return (
      lower
        .slice(0, noun)
        .every(
          word =>
            opensTerm(word) ||
            word === 'and' ||
            /^(?:through|one|as|three|real)$/.test(word) ||
            isName(words[lower.indexOf(word)]!),
        ) || lower.length <= 5
    );
  if (/^(?:dear|esteemed)$/.test(lower[0]!) && words.length <= 4) return true;
  if (/^(?:my|our)$/.test(lower[0]!) && words.length <= 6)
    return lower.length > 1 && /^(?:guest|leader|confidant|host|neighbou?r)s?$/.test(lower[1]!);
  return isTitled(words);
}

function isVocative(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  if (isTitled(words)) return true;
  if (/^(?:dear|esteemed|distinguished|honou?rable)$/.test(lower[0]!)) return words.length > 1;
  const noun = lower.findIndex(word => nouns().has(word));
  return (
    noun > 0 &&
    /^(?:my|our|dear|old)$/.test(lower[0]!) &&
    lower.slice(0, noun).every(word => opensTerm(word) || nouns().has(word))
  );
}

/** "Mr President", "President Xi", "Your Majesty": a title, alone only where it is one of respect. */
function isTitled(words: string[]): boolean {
  const phrase = words.join(' ').toLowerCase();
  for (const title of terms().titles) {
    if (phrase === title) return /^(?:mr|madam|your|comrade c)/.test(title);
    if (phrase.startsWith(`${title} `)) {
      const rest = words.slice(title.split(' ').length);
      if (rest.length <= 2 && rest.every(isName)) return true;
      if (/^comrade/.test(title) && rest.length <= 4) return true;
    }
  }
  return false;
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+$/u.test(word);
}

function relationHead(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  return (
    relationNouns().has(lower.at(-1)!) &&
    (lower.some(word => relationAdjectives().has(word)) ||
      lower.some(word => /^(?:strategic|comprehensive|deep|personal)$/.test(word)))
  );
}

function hasFiniteVerb({ tree, sentence }: Passage, span: Span): boolean {
  if (span.end > sentence.end) return true;
  return tree.tokens.some(
    token =>
      token.start >= span.start &&
      token.end <= span.end &&
      /^(?:VB[DPZ]|MD)$/.test(token.xpos) &&
      (token.upos === 'VERB' || token.upos === 'AUX'),
  );
}

function inner(text: string, { start, end }: Span): Span {
  if (text.startsWith('To ', start)) start += 3;
  while (end > start && /[\s,.!?;:]/.test(text[end - 1]!)) end--;
  return { start, end };
}

function commaParts(text: string, { start, end }: Span, separator = /,/): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !separator.test(text[at]!)) continue;
    let first = from;
    let last = at;
    while (first < last && /[\s“”"‘!?]/.test(text[first]!)) first++;
    while (last > first && /[\s“”".!?]/.test(text[last - 1]!)) last--;
    if (last > first) parts.push({ start: first, end: last });
    from = at + 1;
  }
  return parts;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

interface Terms {
  nouns: string[];
  adjectives: string[];
  titles: string[];
  relation: { adjectives: string[]; nouns: string[] };
  occasions: string[];
}

let byName: Map<string, Holding[]> | null = null;
let knownTerms: Terms | null = null;
let knownScale: { warmth: number; words: string[] }[] | null = null;
const sets = new Map<string, Set<string>>();

function terms(): Terms {
  knownTerms ??= knownList<Terms>('address-terms.yaml');
  return knownTerms;
}

function scale(): { warmth: number; words: string[] }[] {
  knownScale ??= knownList<{ levels: { warmth: number; words: string[] }[] }>('address-warmth.yaml').levels;
  return knownScale;
}

function setOf(name: string, list: () => string[]): Set<string> {
  let set = sets.get(name);
  if (!set) {
    set = new Set(list());
    sets.set(name, set);
  }
  return set;
}

const nouns = (): Set<string> => setOf('nouns', () => terms().nouns);
const adjectives = (): Set<string> => setOf('adjectives', () => terms().adjectives);
const relationNouns = (): Set<string> => setOf('relation nouns', () => terms().relation.nouns);
const relationAdjectives = (): Set<string> => setOf('relation adjectives', () => terms().relation.adjectives);
const titleWords = (): Set<string> => setOf('title words', () => terms().titles.flatMap(title => title.split(' ')));
const occasions = (): Set<string> => setOf('occasions', () => terms().occasions);
