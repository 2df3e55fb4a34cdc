import type { Token } from '../language/sentence.js';
import type { Country } from '../reading.js';
import { isGivenName, isNameWord } from './name-words.js';
import { nounClass } from './offices.js';
import type { Sense } from './senses.js';
import { isCovered, type Match, type SentenceReader } from './sentence-reader.js';

/** A run of nouns, as far as the last that names an actor. */
export interface NounRun {
  end: number;
  /** The noun or compound the class was found by, in lower case. */
  words: string;
  class: 'office' | 'group' | null;
}

/** The nouns from a token on, up to the last that names an actor. */
export function nounRun(reader: SentenceReader, from: number): NounRun | null {
  const { tokens } = reader.sentence;
  let end = from;
  while (end < tokens.length && end < from + 8 && isNominalWord(tokens, end)) {
    const match = end > from ? reader.matches.get(end) : undefined;
    // Another name or nationality begins a phrase of its own: "Beijing summons Canadian envoy".
    if (match?.senses.some(({ kind }) => OWN_PHRASE.has(kind))) break;
    // So does a full name that no table holds: "Defence Secretary Tom King".
    if (end > from && isGivenName(tokens[end]!.form) && tokens[end + 1] && isNameWord(tokens[end + 1]!)) break;
    end++;
  }
  for (let last = end; last > from; last--) {
    const final = tokens[last - 1]!;
    if (!/^NN/.test(final.xpos) && !nounClass(final.form.toLowerCase())) continue;
    for (let length = Math.min(4, last - from); length > 0; length--) {
      const words = tokens
        .slice(last - length, last)
        .map(token => token.form.toLowerCase())
        .join(' ')
        .replace(/ - /g, '-');
      const found =
        nounClass(words) ?? nounClass(words.replace(/-/g, ' ')) ?? (length === 1 ? personByEnding(final) : null);
      if (found && isHeadThere(tokens, last, end)) return { end: last, words, class: found };
    }
  }
  return end > from ? { end, words: '', class: null } : null;
}

/** A noun in the middle of a compound ("police station") is no head, one before a name ("president Xi") is. */
function isHeadThere(tokens: Token[], last: number, end: number): boolean {
  if (last === end) return true;
  const next = tokens[last]!;
  return next.xpos === 'NNP' || next.xpos === 'NNPS' || !/^(?:NN|JJ|HYPH)/.test(next.xpos);
}

function personByEnding(token: Token): 'group' | null {
  if (!/^NNS?$/.test(token.xpos)) return null;
  return /^[a-z]{3,}(?:ists?|men|women|makers?|goers|workers?|fighters?|holders?|builders?|traders?|leaders?)$/.test(
    token.form.toLowerCase(),
  )
    ? 'group'
    : null;
}

function isNominalWord(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  const hyphenated = i > 0 && tokens[i - 1]!.form === '-' && tokens[i - 1]!.end === token.start;
  if (hyphenated && /^(?:VB[DNG]|JJ|NN)$/.test(token.xpos)) return true;
  if (/^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|VBN|VBG)$/.test(token.xpos))
    return !/^V/.test(token.xpos) || (token.deprel === 'amod' && /^NN/.test(tokens[i + 1]?.xpos ?? ''));
  return token.form === '-' && i + 1 < tokens.length && token.end === tokens[i + 1]!.start;
}

const OWN_PHRASE = new Set<Sense['kind']>(['person', 'surname', 'adjective', 'people', 'country', 'capital', 'seat']);

/** Past a possessive ending, if one stands there. */
export function afterPossessive(reader: SentenceReader, i: number): number {
  const form = reader.sentence.tokens[i]?.form;
  return form === "'s" || form === '’s' || ((form === "'" || form === '’') && reader.sentence.tokens[i]!.xpos === 'POS')
    ? i + 1
    : i;
}

/** A name straight before a noun without possessive: "Shanghai police", "US troops". */
export function isModifier(reader: SentenceReader, i: number): boolean {
  const token = reader.sentence.tokens[i];
  return (
    token !== undefined &&
    isNominalWord(reader.sentence.tokens, i) &&
    !/^(?:CD|VBN|VBG)$/.test(token.xpos) &&
    token.start - reader.sentence.tokens[i - 1]!.end <= 1
  );
}

/** "American and British warplanes", "French-Algerian novelist": several nationalities before one noun. */
export function joinedNationalities(
  reader: SentenceReader,
  match: Match,
  sense: Sense,
): { end: number; countries: Country[] } {
  const { tokens } = reader.sentence;
  const countries = [...sense.countries];
  let end = match.end;
  if (sense.kind !== 'adjective') return { end, countries };
  for (let names = 0; names < LONGEST_LIST; names++) {
    const joiner = tokens[end]?.form;
    const next =
      joiner === 'and' || joiner === ',' || joiner === '-' || joiner === '–' ? reader.matches.get(end + 1) : undefined;
    const other = next?.senses.find(({ kind }) => kind === 'adjective');
    if (!next || !other) return { end, countries };
    const after = next.end;
    if (!isNominalWord(tokens, Math.min(after, tokens.length - 1)) && joiner !== '-') return { end, countries };
    for (const country of other.countries) if (!countries.includes(country)) countries.push(country);
    end = after;
  }
  return { end, countries };
}

/** Determiners, numbers and adjectives to the left belong to a nominal. */
export function widenLeft(reader: SentenceReader, i: number): number {
  const { tokens } = reader.sentence;
  let first = i;
  while (first > 0 && first > i - 6 && isLeftWord(tokens[first - 1]!) && !isCovered(reader, first - 1)) first--;
  if (
    /^(?:hundreds|thousands|dozens|scores|millions|tens|members?|group|handful|number)$/i.test(
      tokens[first - 2]?.form ?? '',
    ) &&
    tokens[first - 1]!.form === 'of'
  ) {
    first -= 2;
    while (first > 0 && isLeftWord(tokens[first - 1]!) && !isCovered(reader, first - 1)) first--;
  }
  return first;
}

function isLeftWord(token: Token): boolean {
  return (
    /^(?:DT|CD|JJ|JJR|JJS|PDT|HYPH)$/.test(token.xpos) ||
    (token.xpos === 'VBN' && token.deprel === 'amod') ||
    (token.xpos === 'NN' && /^(?:half|senior|top|state)$/.test(token.form))
  );
}

/** "former", "interim" and the like belong to an office. */
export function widenOffice(tokens: Token[], i: number): number {
  return i > 0 &&
    /^(?:former|ex|interim|acting|deputy|outgoing|late|then|new|deposed|ousted|exiled)$/i.test(tokens[i - 1]!.form)
    ? i - 1
    : i;
}

export function isFormer(tokens: Token[], i: number): boolean {
  return /^(?:former|ex|deposed|ousted|then-former|ex-president)$/i.test(tokens[i]?.form ?? '');
}

/** The end of an of-phrase (for people also an in-phrase) that holds a name: it belongs to the noun. */
export function withComplement(reader: SentenceReader, end: number, kind: 'office' | 'group'): number {
  const { tokens } = reader.sentence;
  let i = afterPreposition(tokens, end, kind);
  if (i === null) return end;
  while (i < tokens.length && i < end + 5 && IN_PLACE.test(tokens[i]!.form)) i++;
  const match = reader.matches.get(i);
  if (!match || match.senses[0]!.kind === 'adjective' || match.senses[0]!.kind === 'surname') return end;
  let last = match.end;
  for (let names = 0; names < LONGEST_LIST; names++) {
    const joiner = tokens[last]?.form;
    const next = joiner === 'and' || joiner === ',' ? reader.matches.get(last + 1) : undefined;
    if (!next || next.senses[0]!.kind !== match.senses[0]!.kind || !closesList(tokens, last, reader.matches))
      return last;
    last = next.end;
  }
  return last;
}

/** Articles and directions before the name of a place: "in the mainly Christian east", "of southern Serbia". */
const IN_PLACE =
  /^(?:the|an?|'s|north|south|east|west|northern|southern|eastern|western|central|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|upper|lower|occupied|rural|nearby|neighbou?ring)$/i;

/** One past "of", for people also past "in", "from" and "based in"; `null` where no such word stands there. */
function afterPreposition(tokens: Token[], end: number, kind: 'office' | 'group'): number | null {
  const first = tokens[end]?.form.toLowerCase();
  if (first === 'of') return end + 1;
  if (kind !== 'group') return null;
  if (first === 'in' || first === 'from') return end + 1;
  const isBased = /^(?:based|living|detained|stationed|jailed)$/.test(first ?? '');
  return isBased && tokens[end + 1]?.form.toLowerCase() === 'in' ? end + 2 : null;
}

/** A list of names is followed for at most so many of them. */
const LONGEST_LIST = 12;

/** A list of names goes on only if "and" comes before its end. */
function closesList(tokens: Token[], i: number, matches: Map<number, Match>): boolean {
  for (let at = i, names = 0; at < tokens.length && names < LONGEST_LIST; names++) {
    if (tokens[at]!.form === 'and') return matches.has(at + 1);
    const next = tokens[at]!.form === ',' ? matches.get(at + 1) : undefined;
    if (!next) return false;
    at = next.end;
  }
  return false;
}

/** The start of "members of the ..." before a name, where the noun before "of" names people or a post. */
export function readsAsPartOf(reader: SentenceReader, i: number): number | null {
  const { tokens } = reader.sentence;
  let of = i - 1;
  if (/^the$/i.test(tokens[of]?.form ?? '')) of--;
  if (tokens[of]?.form !== 'of' || !tokens[of - 1] || isCovered(reader, of - 1)) return null;
  if (!nounClass(tokens[of - 1]!.form.toLowerCase())) return null;
  return widenLeft(reader, of - 1);
}
