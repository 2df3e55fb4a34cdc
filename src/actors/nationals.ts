import type { Token } from '../language/sentence.js';
import type { Country, MentionKind } from '../reading.js';
import { readUnknownName } from './names.js';
import {
  afterPossessive,
  isFormer,
  isModifier,
  joinedNationalities,
  type NounRun,
  nounRun,
  readsAsPartOf,
  widenLeft,
  widenOffice,
  withComplement,
} from './noun-phrase.js';
import { holderOfPost, nounClass } from './offices.js';
import { personAfter, placeFurtherOn, senseWithin } from './phrase-context.js';
import { standsAsPlace } from './place-or-actor.js';
import type { Sense } from './senses.js';
import { addMention, type Match, type Meaning, type SentenceReader } from './sentence-reader.js';

/** A country, nationality, capital, seat or place, with the post, organ or people that it qualifies. */
export function readNational(reader: SentenceReader, match: Match, sense: Sense): number {
  const { tokens } = reader.sentence;
  const joined = joinedNationalities(reader, match, sense);
  const possessive = afterPossessive(reader, joined.end);
  const qualifies = sense.kind === 'adjective' || possessive > joined.end || isModifier(reader, joined.end);
  const run = qualifies ? (nounRun(reader, possessive) ?? untaggedNoun(reader, possessive, sense)) : null;
  if (run?.class && !(sense.kind === 'people' && possessive === joined.end)) {
    const former = isFormer(tokens, match.first - 1) || isFormer(tokens, possessive);
    return readPost(reader, match.first, run, joined.countries, former, sense);
  }
  const residence =
    sense.kind === 'people' || isEthnic(tokens, match.first) ? residenceOf(reader, match, joined.end) : null;
  if (residence) {
    addMention(reader, residence.first, residence.end, residence.meaning);
    return residence.end;
  }
  const partOf = readsAsPartOf(reader, match.first);
  if (partOf !== null && sense.kind !== 'adjective')
    return addPartOf(reader, partOf, joined.end, joined.countries, sense);
  const first = sense.kind === 'people' ? widenLeft(reader, match.first) : match.first;
  if (first < match.first && !/^the$/i.test(tokens[first]!.form)) {
    addMention(reader, first, match.end, { ...plainMeaning(sense, false), kind: 'nominal', name: undefined });
    return match.end;
  }
  const place = standsAsPlace(tokens, match.first, match.end, sense.kind, reader.matches);
  addMention(reader, match.first, match.end, plainMeaning(sense, place), match.from, match.to);
  return match.end;
}

/** "Belgian nurses struck": a noun after a nationality stays one where the tagger took it for a verb. */
function untaggedNoun(reader: SentenceReader, i: number, sense: Sense): NounRun | null {
  const words = reader.sentence.tokens[i]?.form.toLowerCase() ?? '';
  const found = sense.kind === 'adjective' ? nounClass(words) : null;
  return found ? { end: i + 1, words, class: found } : null;
}

/**
 * "Ethnic Albanians in south Serbia", "the Turks of Bulgaria": a people that lives in another country counts to that
 * country, as its citizens do. "Ethnic" alone asks for a place further on in the sentence. "The Russians in Geneva" may
 * be guests and stay Russian.
 */
function residenceOf(
  reader: SentenceReader,
  match: Match,
  nameEnd: number,
): { first: number; end: number; meaning: Meaning } | null {
  const { tokens } = reader.sentence;
  const ethnic = isEthnic(tokens, match.first);
  const noun = nounRun(reader, nameEnd);
  const after = ethnic && noun?.class === 'group' ? noun.end : nameEnd;
  const end = ethnic || tokens[after]?.form === 'of' ? withComplement(reader, after, 'group') : after;
  const place = end > after ? senseWithin(reader, after, end) : ethnic ? placeFurtherOn(reader, after) : null;
  if (place?.countries.length !== 1 || place.organisation !== null) return null;
  return {
    first: widenLeft(reader, ethnic ? match.first - 1 : match.first),
    end,
    meaning: {
      kind: 'nominal',
      countries: place.countries,
      person: null,
      organisation: null,
      confidence: 0.8,
      reason: `they live in ${place.name}`,
    },
  };
}

function isEthnic(tokens: Token[], first: number): boolean {
  return /^ethnic$/i.test(tokens[first - 1]?.form ?? '');
}

/** "Turkish President", "Russia's foreign ministry", "two Chinese warplanes". */
function readPost(
  reader: SentenceReader,
  firstToken: number,
  run: NounRun,
  countries: Country[],
  former: boolean,
  sense: Sense,
): number {
  const { tokens } = reader.sentence;
  const isOffice = run.class === 'office';
  const first = isOffice ? widenOffice(tokens, firstToken) : widenLeft(reader, firstToken);
  const end = tokens[run.end]?.form === 'of' ? withComplement(reader, run.end, run.class!) : run.end;
  const post = run.words;
  const holder = countries.length === 1 ? holderOfPost(countries[0]!, post, reader.date, former) : null;
  const named = personAfter(reader, run.end);
  const person = named ?? holder?.person ?? null;
  const counterpart = isOffice ? null : person;
  addMention(reader, first, end, {
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

function addPartOf(reader: SentenceReader, first: number, end: number, countries: Country[], sense: Sense): number {
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
  addMention(reader, from, end, {
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
