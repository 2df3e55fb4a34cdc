import type { Article } from '../article/article.js';
import type { Sentence, Token } from '../language/sentence.js';
import type { Country, Day, MentionKind } from '../reading.js';
import type { ActorMention } from './actor-mention.js';
import { pointsBack } from './coreference.js';
import type { Antecedent, Discourse } from './discourse.js';
import { holdingsOf } from './holders.js';
import { holderOfPost, nounClass } from './offices.js';
import { type PhraseMatch, wordsOf } from './phrase-index.js';
import { standsAsPlace } from './place-or-actor.js';
import { chooseSense } from './sense-choice.js';
import { knownPhrases, type Sense } from './senses.js';

/**
 * Finds who and what acts or is acted on: the outermost phrases for persons, states, organisations and places, each
 * with the countries it stands for at the article's date, a reason in words and a confidence.
 *
 * One pass from the first word to the last, so that a phrase can only point back. The work is linear in the length of
 * the text.
 */
export function findMentions(article: Article, sentences: Sentence[]): ActorMention[] {
  const discourse: Discourse = { mentions: [] };
  const date = article.date.value ?? article.date.latest;
  for (const sentence of sentences) {
    if (!sentence.boilerplate)
      readSentence({ article, sentence, date, discourse, matches: matchesOf(article.text, sentence) });
  }
  return discourse.mentions;
}

/** A sentence while it is read. */
interface Reader {
  article: Article;
  sentence: Sentence;
  date: Day | null;
  discourse: Discourse;
  /** Phrases of the dictionary by the token they start in. */
  matches: Map<number, Match>;
}

interface Match {
  first: number;
  end: number;
  from: number;
  to: number;
  senses: Sense[];
}

/** What a phrase stands for, before it has a place in the text. */
type Meaning = Omit<Antecedent, 'name'> & { name?: string | undefined; kind: MentionKind };

function readSentence(reader: Reader): void {
  const { tokens } = reader.sentence;
  for (let i = 0; i < tokens.length; ) {
    const end = readKnownPhrase(reader, i) ?? readPointer(reader, i) ?? readBareNoun(reader, i) ?? i + 1;
    i = Math.max(end, i + 1);
  }
}

/** A phrase of the dictionary with what hangs on it. Gives the token to go on from, `null` where none starts here. */
function readKnownPhrase(reader: Reader, i: number): number | null {
  const match = reader.matches.get(i);
  if (!match) return null;
  const sense = chooseSense(match.senses, reader, match);
  if (!sense || sense.kind === 'other') return match.end;
  switch (sense.kind) {
    case 'person':
    case 'surname':
      return readPerson(reader, match, sense);
    case 'organ':
    case 'organisation':
      return readOrganisation(reader, match, sense);
    default:
      return readNational(reader, match, sense);
  }
}

function readPerson(reader: Reader, match: Match, sense: Sense): number {
  add(
    reader,
    match.first,
    match.end,
    {
      kind: 'name',
      countries: sense.countries,
      person: sense.name,
      organisation: null,
      name: sense.name,
      confidence: sense.kind === 'person' ? 0.97 : 0.85,
      reason: personReason(sense),
    },
    match.from,
    match.to,
  );
  return match.end;
}

function personReason(sense: Sense): string {
  const holding = holdingsOf(sense.name)[0];
  return holding
    ? `${sense.name}: ${holding.office}${holding.organisation ? ` of ${holding.organisation}` : ''}`
    : sense.name;
}

function readOrganisation(reader: Reader, match: Match, sense: Sense): number {
  const meaning = {
    countries: sense.countries,
    person: null,
    organisation: sense.organisation,
    name: sense.name,
    confidence: 0.95,
    reason: `${sense.name} in the list of organisations`,
  };
  const run = nounRun(reader, afterPossessive(reader, match.end));
  if (run?.class) {
    const holder =
      run.class === 'office' ? holderOfPost(null, run.words, reader.date, false, sense.organisation) : null;
    const end = withComplement(reader, run.end, run.class);
    const kind = run.class === 'office' ? 'office' : 'nominal';
    const first = kind === 'nominal' ? widenLeft(reader, match.first) : match.first;
    add(reader, first, end, { ...meaning, name: undefined, kind, person: holder?.person ?? null });
    return end;
  }
  const kind = sense.kind === 'organ' ? 'office' : 'organisation';
  const first = readsAsPartOf(reader, match.first);
  if (first !== null) {
    add(reader, first, match.end, { ...meaning, kind: 'nominal', name: undefined });
    return match.end;
  }
  add(reader, match.first, match.end, { ...meaning, kind }, match.from, match.to);
  return match.end;
}

/** A country, nationality, capital, seat or place, with the post, organ or people that it qualifies. */
function readNational(reader: Reader, match: Match, sense: Sense): number {
  const { tokens } = reader.sentence;
  const joined = joinedNationalities(reader, match, sense);
  const possessive = afterPossessive(reader, joined.end);
  const qualifies = sense.kind === 'adjective' || possessive > joined.end || isModifier(reader, joined.end);
  const run = qualifies ? nounRun(reader, possessive) : null;
  if (run?.class && !(sense.kind === 'people' && possessive === joined.end)) {
    const former = isFormer(tokens, match.first - 1) || isFormer(tokens, possessive);
    return readPost(reader, match.first, run, joined.countries, former, sense);
  }
  const partOf = readsAsPartOf(reader, match.first);
  if (partOf !== null && sense.kind !== 'adjective')
    return addPartOf(reader, partOf, joined.end, joined.countries, sense);
  const place = standsAsPlace(tokens, match.first, match.end, sense.kind, reader.matches);
  add(reader, match.first, match.end, plainMeaning(sense, place), match.from, match.to);
  return match.end;
}

/** "Turkish President", "Russia's foreign ministry", "two Chinese warplanes". */
function readPost(
  reader: Reader,
  firstToken: number,
  run: NounRun,
  countries: Country[],
  former: boolean,
  sense: Sense,
): number {
  const { tokens } = reader.sentence;
  const isOffice = run.class === 'office';
  const first = isOffice ? widenOffice(tokens, firstToken) : widenLeft(reader, firstToken);
  const end = withComplement(reader, run.end, run.class!);
  const post = run.words;
  const holder = countries.length === 1 ? holderOfPost(countries[0]!, post, reader.date, former) : null;
  const named = personAfter(reader, run.end);
  const person = named ?? holder?.person ?? null;
  const counterpart = isOffice ? null : person;
  add(reader, first, end, {
    kind: isOffice ? 'office' : 'nominal',
    countries,
    person: isOffice ? person : /^(?:leader|ruler)$/.test(post) ? counterpart : null,
    organisation: null,
    confidence: 0.92,
    reason:
      holder && !named
        ? `${former ? 'former ' : ''}holder of "${post}" of ${sense.name}${reader.date ? ` on ${reader.date}` : ''}`
        : `"${tokens[firstToken]!.form}" says the country`,
  });
  if (named === null) readUnknownName(reader, end, countries);
  return reader.discourse.mentions.at(-1)!.endToken;
}

/** A name that no list holds, straight after a post: "Governor Vadim Shumkov". */
function readUnknownName(reader: Reader, i: number, countries: Country[]): void {
  const { tokens } = reader.sentence;
  let end = i;
  while (end < tokens.length && end < i + 4 && isNameWord(tokens[end]!) && !reader.matches.has(end)) end++;
  if (end === i || countries.length === 0) return;
  const name = reader.article.text.slice(tokens[i]!.start, tokens[end - 1]!.end);
  add(reader, i, end, {
    kind: 'name',
    countries,
    person: name,
    organisation: null,
    confidence: 0.8,
    reason: `the post before the name says the country`,
  });
}

function addPartOf(reader: Reader, first: number, end: number, countries: Country[], sense: Sense): number {
  const { tokens } = reader.sentence;
  const head = tokens.slice(first, end).find(token => /^NN/.test(token.xpos) && nounClass(token.form.toLowerCase()));
  const isOffice = head !== undefined && nounClass(head.form.toLowerCase()) === 'office';
  const words = tokens.slice(first, end - 1).map(token => token.form.toLowerCase());
  const former = words.includes('former');
  const post = words
    .slice(words[0] === 'the' ? 1 : 0, words.lastIndexOf('of'))
    .filter(word => word !== 'former')
    .join(' ');
  const holder = isOffice && countries.length === 1 ? holderOfPost(countries[0]!, post, reader.date, former) : null;
  const from = isOffice && /^(?:the|an?)$/i.test(tokens[first]!.form) ? first + 1 : first;
  add(reader, from, end, {
    kind: isOffice ? 'office' : 'nominal',
    countries,
    person: holder?.person ?? null,
    organisation: sense.organisation,
    confidence: 0.88,
    reason: holder
      ? `holder of "${post}" of ${sense.name}${reader.date ? ` on ${reader.date}` : ''}`
      : `"of ${sense.name}" says the country`,
  });
  return end;
}

function plainMeaning(sense: Sense, place: boolean): Meaning {
  const kinds: Partial<Record<Sense['kind'], MentionKind>> = {
    adjective: 'demonym',
    people: 'demonym',
    place: 'place',
  };
  const acting = sense.kind === 'capital' || sense.kind === 'seat' ? 'metonym' : 'name';
  const kind = place && sense.kind !== 'adjective' && sense.kind !== 'people' ? 'place' : (kinds[sense.kind] ?? acting);
  return {
    kind,
    countries: sense.organisation ? [] : sense.countries,
    person: null,
    organisation: kind === 'place' ? null : sense.organisation,
    name: sense.name,
    confidence: sense.kind === 'place' ? 0.8 : 0.95,
    reason:
      sense.kind === 'capital'
        ? `${sense.name} is the seat of government`
        : `${sense.name} in the list of ${sense.kind === 'seat' ? 'seats' : 'names'}`,
  };
}

/** Pronouns and phrases that mean something only by what stood before. */
function readPointer(reader: Reader, i: number): number | null {
  const pointer = pointsBack(reader.sentence, i, reader.discourse, reader.date, reader.article.text, at => {
    const match = reader.matches.get(at);
    return match ? chooseSense(match.senses, reader, match) : null;
  });
  if (!pointer) return null;
  add(reader, pointer.first, pointer.end, pointer);
  return pointer.end;
}

/** A post, organ or people without a nationality: theirs is the country that the sentence speaks about. */
function readBareNoun(reader: Reader, i: number): number | null {
  const { tokens } = reader.sentence;
  if (!/^(?:NN|JJ)/.test(tokens[i]!.xpos)) return null;
  const run = nounRun(reader, i);
  if (!run?.class) return null;
  const complement = withComplement(reader, run.end, run.class);
  if (complement > run.end) {
    const sense = senseWithin(reader, run.end, complement);
    if (sense) return readComplemented(reader, i, run, complement, sense);
  }
  const named = personAfter(reader, run.end);
  if (named !== null) return readTitle(reader, i, run, named);
  const context = contextCountry(reader, i, run.end);
  if (context === null && !/^(?:DT|PRP\$|CD)$/.test(tokens[i - 1]?.xpos ?? '') && run.class === 'group') return run.end;
  const isOffice = run.class === 'office';
  const first = isOffice ? i : widenLeft(reader, i);
  const former = isFormer(tokens, i) || isFormer(tokens, i - 1);
  const holder = isOffice && context ? holderOfPost(context, run.words, reader.date, former) : null;
  if (context === null) return run.end;
  add(reader, first, run.end, {
    kind: isOffice ? 'office' : 'nominal',
    countries: [context],
    person: holder?.person ?? null,
    organisation: null,
    confidence: 0.6,
    reason: `the text before speaks about ${context}`,
  });
  return run.end;
}

function readTitle(reader: Reader, i: number, run: NounRun, person: string): number {
  const country = holdingsOf(person)[0]?.country ?? null;
  const start = isFormer(reader.sentence.tokens, i) ? i : i;
  if (run.class === 'office' && country) {
    add(reader, start, run.end, {
      kind: 'office',
      countries: [country],
      person,
      organisation: null,
      confidence: 0.9,
      reason: `the office of ${person}`,
    });
  }
  return run.end;
}

/** "Muslim leaders in France", "president of the Riigikogu", "members of the Basij". */
function readComplemented(reader: Reader, i: number, run: NounRun, end: number, sense: Sense): number {
  const { tokens } = reader.sentence;
  const isOffice = run.class === 'office';
  const former = isFormer(tokens, i);
  const country = sense.countries.length === 1 ? sense.countries[0]! : null;
  const ofState = sense.organisation === null;
  const holder = isOffice
    ? holderOfPost(ofState ? country : null, run.words, reader.date, former, sense.organisation)
    : null;
  add(reader, isOffice ? i : widenLeft(reader, i), end, {
    kind: isOffice ? 'office' : 'nominal',
    countries: sense.countries,
    person: holder?.person ?? null,
    organisation: sense.organisation,
    confidence: 0.88,
    reason: holder
      ? `holder of "${run.words}" of ${sense.name}${reader.date ? ` on ${reader.date}` : ''}`
      : `"${sense.name}" says the country`,
  });
  return end;
}

// Helpers: the shape of noun phrases.

interface NounRun {
  end: number;
  /** The noun or compound the class was found by, in lower case. */
  words: string;
  class: 'office' | 'group' | null;
}

/** The nouns from a token on, up to the last that names an actor. */
function nounRun(reader: Reader, from: number): NounRun | null {
  const { tokens } = reader.sentence;
  let end = from;
  while (end < tokens.length && end < from + 8 && isNominalWord(tokens, end)) {
    const match = end > from ? reader.matches.get(end) : undefined;
    if (match?.senses.some(({ kind }) => kind === 'person' || kind === 'surname')) break;
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
  if (/^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|VBN|VBG)$/.test(token.xpos))
    return !/^V/.test(token.xpos) || /^NN/.test(tokens[i + 1]?.xpos ?? '');
  return token.form === '-' && i + 1 < tokens.length && token.end === tokens[i + 1]!.start;
}

function isNameWord(token: Token): boolean {
  return (token.xpos === 'NNP' || token.upos === 'PROPN') && /^\p{Lu}/u.test(token.form) && token.form.length > 1;
}

/** Past a possessive ending, if one stands there. */
function afterPossessive(reader: Reader, i: number): number {
  const form = reader.sentence.tokens[i]?.form;
  return form === "'s" || form === '’s' || ((form === "'" || form === '’') && reader.sentence.tokens[i]!.xpos === 'POS')
    ? i + 1
    : i;
}

/** A name straight before a noun without possessive: "Shanghai police", "US troops". */
function isModifier(reader: Reader, i: number): boolean {
  const token = reader.sentence.tokens[i];
  return (
    token !== undefined &&
    isNominalWord(reader.sentence.tokens, i) &&
    token.start - reader.sentence.tokens[i - 1]!.end <= 1
  );
}

/** "American and British warplanes", "French-Algerian novelist": several nationalities before one noun. */
function joinedNationalities(reader: Reader, match: Match, sense: Sense): { end: number; countries: Country[] } {
  const { tokens } = reader.sentence;
  const countries = [...sense.countries];
  let end = match.end;
  if (sense.kind !== 'adjective') return { end, countries };
  for (;;) {
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
}

/** Determiners, numbers and adjectives to the left belong to a nominal. */
function widenLeft(reader: Reader, i: number): number {
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
    /^(?:DT|CD|JJ|JJR|JJS|PDT|VBN|HYPH)$/.test(token.xpos) ||
    (token.xpos === 'NN' && /^(?:half|senior|top|state)$/.test(token.form))
  );
}

/** "former", "interim" and the like belong to an office. */
function widenOffice(tokens: Token[], i: number): number {
  return i > 0 &&
    /^(?:former|ex|interim|acting|deputy|outgoing|late|then|new|deposed|ousted|exiled)$/i.test(tokens[i - 1]!.form)
    ? i - 1
    : i;
}

function isFormer(tokens: Token[], i: number): boolean {
  return /^(?:former|ex|deposed|ousted|then-former|ex-president)$/i.test(tokens[i]?.form ?? '');
}

function isCovered(reader: Reader, token: number): boolean {
  const last = reader.discourse.mentions.at(-1);
  return last !== undefined && last.sentence === reader.sentence.index && token < last.endToken;
}

/** The end of an of-phrase (for people also an in-phrase) that holds a name: it belongs to the noun. */
function withComplement(reader: Reader, end: number, kind: 'office' | 'group'): number {
  const { tokens } = reader.sentence;
  const preposition = tokens[end]?.form.toLowerCase();
  if (preposition !== 'of' && !(kind === 'group' && preposition === 'in')) return end;
  let i = end + 1;
  while (i < tokens.length && /^(?:the|an?|'s)$/i.test(tokens[i]!.form)) i++;
  const match = reader.matches.get(i);
  if (!match || match.senses[0]!.kind === 'adjective' || match.senses[0]!.kind === 'surname') return end;
  let last = match.end;
  for (;;) {
    const joiner = tokens[last]?.form;
    const next = joiner === 'and' || joiner === ',' ? reader.matches.get(last + 1) : undefined;
    if (!next || next.senses[0]!.kind !== match.senses[0]!.kind || !closesList(tokens, last, reader.matches))
      return last;
    last = next.end;
  }
}

/** A list of names goes on only if "and" comes before its end. */
function closesList(tokens: Token[], i: number, matches: Map<number, Match>): boolean {
  for (let at = i; at < tokens.length; ) {
    if (tokens[at]!.form === 'and') return matches.has(at + 1);
    const next = tokens[at]!.form === ',' ? matches.get(at + 1) : undefined;
    if (!next) return false;
    at = next.end;
  }
  return false;
}

/** The sense of the names in a complement, with all their countries. */
function senseWithin(reader: Reader, from: number, to: number): Sense | null {
  const senses: Sense[] = [];
  for (let i = from; i < to; i++) {
    const match = reader.matches.get(i);
    const sense = match ? chooseSense(match.senses, reader, match) : null;
    if (sense) senses.push(sense);
  }
  return senses[0] ? { ...senses[0], countries: [...new Set(senses.flatMap(sense => sense.countries))] } : null;
}

/** The start of "members of the ..." before a name, where the noun before "of" names people or a post. */
function readsAsPartOf(reader: Reader, i: number): number | null {
  const { tokens } = reader.sentence;
  let of = i - 1;
  if (/^the$/i.test(tokens[of]?.form ?? '')) of--;
  if (tokens[of]?.form !== 'of' || !tokens[of - 1] || isCovered(reader, of - 1)) return null;
  if (!nounClass(tokens[of - 1]!.form.toLowerCase())) return null;
  return widenLeft(reader, of - 1);
}

/** The person whose name follows a post directly. */
function personAfter(reader: Reader, i: number): string | null {
  const match = reader.matches.get(i);
  const sense = match ? chooseSense(match.senses, reader, match) : null;
  return sense && (sense.kind === 'person' || sense.kind === 'surname') ? sense.name : null;
}

/** The country a noun without nationality belongs to: that of the nearest mention before it, in this sentence first. */
function contextCountry(reader: Reader, first: number, end: number): Country | null {
  const { tokens } = reader.sentence;
  if (tokens[end]?.form === 'in' || tokens[end]?.form === 'of') {
    const next = reader.matches.get(end + 1) ?? reader.matches.get(end + 2);
    const sense = next ? chooseSense(next.senses, reader, next) : null;
    if (sense?.countries.length === 1) return sense.countries[0]!;
  }
  void first;
  for (let i = reader.discourse.mentions.length - 1; i >= 0; i--) {
    const mention = reader.discourse.mentions[i]!;
    if (mention.sentence < reader.sentence.index - 2) return null;
    if (mention.countries.length === 1) return mention.countries[0]!;
  }
  return null;
}

function add(reader: Reader, firstToken: number, endToken: number, meaning: Meaning, from?: number, to?: number): void {
  const { tokens } = reader.sentence;
  const start = from ?? tokens[firstToken]!.start;
  const end = to ?? tokens[endToken - 1]!.end;
  const { kind, countries, person, organisation, confidence, reason } = meaning;
  const words = reader.article.text.slice(start, end);
  const mention: ActorMention = {
    start,
    end,
    countries,
    person,
    organisation,
    name: meaning.name ?? person ?? words,
    kind,
    sentence: reader.sentence.index,
    firstToken,
    endToken,
    headToken: headOf(tokens, firstToken, endToken),
    confidence,
    reason,
  };
  dropInside(reader.discourse.mentions, mention);
  reader.discourse.mentions.push(mention);
}

/** Outermost phrases only: what a wider phrase takes in goes. */
function dropInside(mentions: ActorMention[], wider: ActorMention): void {
  while (mentions.length > 0 && mentions.at(-1)!.start >= wider.start) mentions.pop();
}

/** The token whose head stands outside the phrase. */
function headOf(tokens: Token[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head } = tokens[i]!;
    if (head < first || head >= end) return i;
  }
  return end - 1;
}

function matchesOf(text: string, sentence: Sentence): Map<number, Match> {
  const words = wordsOf(text, sentence.start, sentence.end);
  const found = new Map<number, Match>();
  let token = 0;
  for (const match of knownPhrases().find(text, words)) {
    while (token < sentence.tokens.length && sentence.tokens[token]!.end <= match.start) token++;
    found.set(token, {
      first: token,
      end: tokenAfter(sentence.tokens, token, match),
      from: match.start,
      to: match.end,
      senses: match.values,
    });
  }
  return found;
}

function tokenAfter(tokens: Token[], from: number, match: PhraseMatch<Sense>): number {
  let end = from + 1;
  while (end < tokens.length && tokens[end]!.start < match.end) end++;
  return end;
}
