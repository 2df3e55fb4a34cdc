import type { Country } from '../reading.js';
import type { NamedPerson } from './discourse.js';
import { affiliationOf, holdingsOf, shortForms } from './holders.js';
import { isCalendarWord, isGivenName, isNameWord, isTitle } from './name-words.js';
import { nounRun } from './noun-phrase.js';
import { chooseSense } from './sense-choice.js';
import type { Sense } from './senses.js';
import { addMention, type Match, type SentenceReader } from './sentence-reader.js';

/** A person of the tables, by full name or by a name that the news uses alone. */
export function readPerson(reader: SentenceReader, match: Match, sense: Sense): number {
  const { countries, organisation } = affiliationOf(sense.name, reader.date);
  addMention(
    reader,
    match.first,
    match.end,
    {
      kind: 'name',
      countries,
      person: sense.name,
      organisation,
      name: sense.name,
      confidence: sense.kind === 'person' ? 0.97 : 0.85,
      reason: personReason(sense, reader),
    },
    match.from,
    match.to,
  );
  if (sense.kind === 'person') remember(reader, match, { person: sense.name, countries, organisation });
  return match.end;
}

/** A name that no list holds, straight after a post: "Governor Vadim Shumkov". */
export function readUnknownName(reader: SentenceReader, i: number, countries: Country[]): void {
  const end = nameRun(reader, i);
  if (end === i || countries.length === 0) return;
  addUnknown(reader, i, end, countries, 'the post before the name says the country');
}

/**
 * A full name that no list holds and whose country the words behind it say: "Adam Berg, the Norwegian envoy". A name
 * without such words is remembered, so that its family name is not taken for a namesake's later.
 */
export function readNamedInText(reader: SentenceReader, i: number): number | null {
  const { tokens } = reader.sentence;
  if (!isNameWord(tokens[i]!) && !startsFullName(reader, i)) return null;
  const end = nameRun(reader, i);
  if (end === i + 1) return readLaterName(reader, i);
  if (end <= i || !isGivenName(tokens[i]!.form)) return null;
  const countries = countriesOfApposition(reader, end);
  if (countries) {
    addUnknown(reader, i, end, countries, 'the words behind the name say the country');
    return end;
  }
  const name = reader.article.text.slice(tokens[i]!.start, tokens[end - 1]!.end);
  rememberUnknown(reader, i, end, { person: name, countries: [], organisation: null });
  return null;
}

/** "Vladimir V. Putin": a first name and initials before a family name of the tables. */
export function readWithInitial(reader: SentenceReader, i: number): number | null {
  const { tokens } = reader.sentence;
  if (!isGivenName(tokens[i]!.form) || !/^\p{Lu}\.?$/u.test(tokens[i + 1]?.form ?? '')) return null;
  const at = tokens[i + 2]?.form === '.' ? i + 3 : i + 2;
  const match = reader.matches.get(at);
  const sense = match?.senses.find(({ kind, name }) => kind === 'surname' && name.startsWith(`${tokens[i]!.form} `));
  if (!match || !sense) return null;
  const full: Match = { ...match, first: i, from: tokens[i]!.start };
  return readPerson(reader, full, { ...sense, kind: 'person' });
}

/** A family name alone, after the article has given the full name. */
export function readLaterName(reader: SentenceReader, i: number): number | null {
  const token = reader.sentence.tokens[i]!;
  const named = reader.discourse.named.get(token.form);
  if (!named || (named.countries.length === 0 && named.organisation === null) || !isNameWord(token)) return null;
  addMention(reader, i, i + 1, {
    kind: 'name',
    ...named,
    name: named.person,
    confidence: 0.85,
    reason: `"${named.person}" was named before`,
  });
  return i + 1;
}

function addUnknown(reader: SentenceReader, first: number, end: number, countries: Country[], reason: string): void {
  const { tokens } = reader.sentence;
  const person = reader.article.text.slice(tokens[first]!.start, tokens[end - 1]!.end);
  addMention(reader, first, end, {
    kind: 'name',
    countries,
    person,
    organisation: null,
    confidence: 0.8,
    reason,
  });
  rememberUnknown(reader, first, end, { person, countries, organisation: null });
}

/** Under the last word, and under the first where that is a family name, as in names that begin with it. */
function rememberUnknown(reader: SentenceReader, first: number, end: number, named: NamedPerson): void {
  const { tokens } = reader.sentence;
  if (end === first + 1) return;
  rememberAs(reader, tokens[end - 1]!.form, named);
  if (reader.matches.has(first)) rememberAs(reader, tokens[first]!.form, named);
}

/** The name words from a token on; what the dictionary knows as something else ends them. */
function nameRun(reader: SentenceReader, from: number): number {
  const { tokens } = reader.sentence;
  let end = from;
  while (end < tokens.length && end < from + 4) {
    const token = tokens[end]!;
    const match = reader.matches.get(end);
    const belongs = !match || match.senses.every(({ kind }) => kind === 'surname');
    const joined = end === from || token.start <= tokens[end - 1]!.end + 1;
    const isName = isNameWord(token) || isParticle(reader, end, from) || (end === from && startsFullName(reader, from));
    if (!belongs || !joined || !isName) break;
    if (isCalendarWord(token.form) || (isTitle(token.form) && (end === from || isNameWordAt(reader, end + 1)))) break;
    end++;
  }
  while (end > from && !isNameWord(tokens[end - 1]!)) end--;
  return end;
}

/** A first name that the tagger took for another word, straight before a name: "Wang Xiaolong", "Will Ospreay". */
function startsFullName(reader: SentenceReader, i: number): boolean {
  const token = reader.sentence.tokens[i]!;
  const next = reader.sentence.tokens[i + 1];
  return isGivenName(token.form) && next !== undefined && next.start === token.end + 1 && isNameWord(next);
}

function isNameWordAt(reader: SentenceReader, i: number): boolean {
  const token = reader.sentence.tokens[i];
  return token !== undefined && isNameWord(token);
}

function isParticle(reader: SentenceReader, i: number, from: number): boolean {
  return (
    i > from && /^(?:al|el|bin|ibn|van|von|der|den|de|la|da|dos|di|-|[A-Z]\.?)$/.test(reader.sentence.tokens[i]!.form)
  );
}

/** ", the Norwegian envoy", ", Norway's foreign minister", ", a senior official in Oslo". */
function countriesOfApposition(reader: SentenceReader, comma: number): Country[] | null {
  const { tokens } = reader.sentence;
  if (tokens[comma]?.form !== ',') return null;
  let i = comma + 1;
  while (i < comma + 4 && /^(?:DT|JJ|JJS)$/.test(tokens[i]?.xpos ?? '') && !reader.matches.has(i)) i++;
  const match = reader.matches.get(i);
  const sense = match ? chooseSense(match.senses, reader, match) : null;
  if (!match || !sense || sense.countries.length !== 1) return null;
  const possessive = /^['’]s?$/.test(tokens[match.end]?.form ?? '');
  if (sense.kind !== 'adjective' && !possessive) return null;
  return nounRun(reader, possessive ? match.end + 1 : match.end)?.class ? sense.countries : null;
}

/** Keeps a full name for later words: under the family names the table gives, else under its last word. */
function remember(reader: SentenceReader, match: Match, named: NamedPerson): void {
  const last = reader.sentence.tokens[match.end - 1]!.form;
  const families = holdingsOf(named.person).flatMap(shortForms);
  for (const family of families.length > 0 ? families : [last]) rememberAs(reader, family, named);
}

function rememberAs(reader: SentenceReader, family: string, named: NamedPerson): void {
  reader.discourse.named.set(family, named);
}

function personReason(sense: Sense, { date }: SentenceReader): string {
  const { holding } = affiliationOf(sense.name, date);
  return holding
    ? `${sense.name}: ${holding.office}${holding.organisation ? ` of ${holding.organisation}` : ''}`
    : sense.name;
}
