import type { Country } from '../reading.js';
import { holdingsOf } from './holders.js';
import { isNameWord } from './noun-phrase.js';
import type { Sense } from './senses.js';
import { addMention, type Match, type SentenceReader } from './sentence-reader.js';

export function readPerson(reader: SentenceReader, match: Match, sense: Sense): number {
  addMention(
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

/** A name that no list holds, straight after a post: "Governor Vadim Shumkov". */
export function readUnknownName(reader: SentenceReader, i: number, countries: Country[]): void {
  const { tokens } = reader.sentence;
  let end = i;
  while (end < tokens.length && end < i + 4 && isNameWord(tokens[end]!) && !reader.matches.has(end)) end++;
  if (end === i || countries.length === 0) return;
  const name = reader.article.text.slice(tokens[i]!.start, tokens[end - 1]!.end);
  addMention(reader, i, end, {
    kind: 'name',
    countries,
    person: name,
    organisation: null,
    confidence: 0.8,
    reason: `the post before the name says the country`,
  });
}
