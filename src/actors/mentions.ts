import type { Article } from '../article/article.js';
import { knownTable } from '../knowledge.js';
import type { Sentence } from '../language/sentence.js';
import type { ActorMention } from './actor-mention.js';
import { pointsBack } from './coreference.js';
import type { Discourse } from './discourse.js';
import { holdingsOf } from './holders.js';
import { readLaterName, readNamedInText, readPerson, readWithInitial } from './names.js';
import { readNational } from './nationals.js';
import {
  afterPossessive,
  isFormer,
  type NounRun,
  nounRun,
  readsAsPartOf,
  widenLeft,
  withComplement,
} from './noun-phrase.js';
import { holderOfPost, takesCountryOfText } from './offices.js';
import { contextCountry, personAfter, senseWithin } from './phrase-context.js';
import { chooseSense } from './sense-choice.js';
import type { Sense } from './senses.js';
import { addMention, type Match, matchesOf, type SentenceReader } from './sentence-reader.js';

/**
 * Finds who and what acts or is acted on: the outermost phrases for persons, states, organisations and places, each
 * with the countries it stands for at the article's date, a reason in words and a confidence.
 *
 * One pass from the first word to the last, so that a phrase can only point back. The work is linear in the length of
 * the text.
 */
export function findMentions(article: Article, sentences: Sentence[]): ActorMention[] {
  const discourse: Discourse = { mentions: [], named: new Map() };
  const date = article.date.value ?? article.date.latest;
  for (const sentence of sentences) {
    if (!sentence.boilerplate)
      readSentence({ article, sentence, date, discourse, matches: matchesOf(article.text, sentence) });
  }
  return discourse.mentions;
}

function readSentence(reader: SentenceReader): void {
  const { tokens } = reader.sentence;
  for (let i = 0; i < tokens.length; ) {
    const end =
      readWithInitial(reader, i) ??
      readKnownPhrase(reader, i) ??
      readNamedInText(reader, i) ??
      readPointer(reader, i) ??
      readBareNoun(reader, i) ??
      i + 1;
    i = Math.max(end, i + 1);
  }
}

/** A phrase of the dictionary with what hangs on it. Gives the token to go on from, `null` where none starts here. */
function readKnownPhrase(reader: SentenceReader, i: number): number | null {
  const match = reader.matches.get(i);
  if (!match) return null;
  const sense = chooseSense(match.senses, reader, match);
  if (!sense) return readNamedInText(reader, i) ?? readLaterName(reader, i);
  if (sense.kind === 'other' || namesTreaty(reader, match, sense)) return match.end;
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

/** "the Treaty of Lausanne", "the Lausanne Convention": a town that is part of such a name, and no party. */
function namesTreaty({ sentence: { tokens } }: SentenceReader, { first, end }: Match, { kind }: Sense): boolean {
  if (kind !== 'place' && kind !== 'capital' && kind !== 'seat') return false;
  const isNamedAfter = (at: number) => namedAfterTowns().has(tokens[at]?.form ?? '');
  return (tokens[first - 1]?.form === 'of' && isNamedAfter(first - 2)) || isNamedAfter(end);
}

function namedAfterTowns(): Set<string> {
  afterTowns ??= new Set(knownTable('actors/named-after-towns.csv').map(({ word }) => word!));
  return afterTowns;
}

let afterTowns: Set<string> | null = null;

function readOrganisation(reader: SentenceReader, match: Match, sense: Sense): number {
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
    addMention(reader, first, end, { ...meaning, name: undefined, kind, person: holder?.person ?? null });
    return end;
  }
  const kind = sense.kind === 'organ' ? 'office' : 'organisation';
  const first = readsAsPartOf(reader, match.first);
  if (first !== null) {
    addMention(reader, first, match.end, { ...meaning, kind: 'nominal', name: undefined });
    return match.end;
  }
  addMention(reader, match.first, match.end, { ...meaning, kind }, match.from, match.to);
  return match.end;
}

/** Pronouns and phrases that mean something only by what stood before. */
function readPointer(reader: SentenceReader, i: number): number | null {
  const pointer = pointsBack(reader.sentence, i, reader.discourse, reader.date, at => {
    const match = reader.matches.get(at);
    return match ? chooseSense(match.senses, reader, match) : null;
  });
  if (!pointer) return null;
  addMention(reader, pointer.first, pointer.end, pointer);
  return pointer.end;
}

/** A post, organ or people without a nationality: theirs is the country that the sentence speaks about. */
function readBareNoun(reader: SentenceReader, i: number): number | null {
  const { tokens } = reader.sentence;
  if (!/^(?:NN|JJ)/.test(tokens[i]!.xpos)) return null;
  const run = nounRun(reader, i);
  if (!run?.class || holdsName(reader, i, run.end)) return null;
  const complement = withComplement(reader, run.end, run.class);
  if (complement > run.end) {
    const sense = senseWithin(reader, run.end, complement);
    if (sense) return readComplemented(reader, i, run, complement, sense);
  }
  const named = personAfter(reader, run.end);
  if (named !== null) return readTitle(reader, i, run, named);
  const context = isOfTheText(reader, i, run)
    ? contextCountry(reader, run.end, run.class === 'office' ? run.words : null)
    : null;
  if (context === null && !/^(?:DT|PRP\$|CD)$/.test(tokens[i - 1]?.xpos ?? '') && run.class === 'group') return run.end;
  const isOffice = run.class === 'office';
  const first = isOffice ? i : widenLeft(reader, i);
  const former = isFormer(tokens, i) || isFormer(tokens, i - 1);
  const holder = isOffice && context ? holderOfPost(context, run.words, reader.date, former) : null;
  if (context === null) return run.end;
  addMention(reader, first, run.end, {
    kind: isOffice ? 'office' : 'nominal',
    countries: [context],
    person: holder?.person ?? null,
    organisation: null,
    confidence: 0.6,
    reason: `the text before speaks about ${context}`,
  });
  return run.end;
}

/** "former CIA official": the name inside says more than the noun, and is read from there. */
function holdsName(reader: SentenceReader, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) if (reader.matches.has(i)) return true;
  return false;
}

/** "the police", "troops", not "a jet" or "any official": whose they are, the text has said or will not say. */
function isOfTheText(reader: SentenceReader, i: number, run: NounRun): boolean {
  const { tokens } = reader.sentence;
  const indefinite = [tokens[i - 1], tokens[i]].some(token =>
    /^(?:an?|any|every|each|no|some|other|foreign|western)$/i.test(token?.form ?? ''),
  );
  return takesCountryOfText(run.words) && !indefinite;
}

function readTitle(reader: SentenceReader, i: number, run: NounRun, person: string): number {
  const country = holdingsOf(person)[0]?.country ?? null;
  const start = isFormer(reader.sentence.tokens, i) ? i : i;
  if (run.class === 'office' && country) {
    addMention(reader, start, run.end, {
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
function readComplemented(reader: SentenceReader, i: number, run: NounRun, end: number, sense: Sense): number {
  const { tokens } = reader.sentence;
  const isOffice = run.class === 'office';
  const former = isFormer(tokens, i);
  const country = sense.countries.length === 1 ? sense.countries[0]! : null;
  const ofState = sense.organisation === null;
  const holder = isOffice
    ? holderOfPost(ofState ? country : null, run.words, reader.date, former, sense.organisation)
    : null;
  addMention(reader, isOffice ? i : widenLeft(reader, i), end, {
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
