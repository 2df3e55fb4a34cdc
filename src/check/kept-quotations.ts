/** The quoted words of the record: of kept articles other than the one that is checked, and of rows with words in them. */

import type { EventRow } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import { madeOnce } from '../made-once.js';
import type { Claim, Country } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { type CheckContext, eventsByType } from './context.js';
import { quotedWords } from './word-difference.js';
import { type Indexed, type WordIndex, wordIndex } from './word-index.js';
import { refOfEvent } from './words.js';

/** Who said something, as far as it was read. */
export interface Speaker {
  name: string;
  person: string | null;
  country: Country | null;
}

/** Words of a speaker that the record has, and where. */
export interface KeptWords {
  speaker: Speaker;
  text: string;
  ref: EvidenceRef;
}

/** Kept words that have one of the rarest of the given ones. */
export function keptQuotations({ evidence }: CheckContext, words: string[]): Indexed<KeptWords>[] {
  return [ofClaims(evidence.claims), ofRows(evidence.events)].flatMap(index => index.withOneOf(words, RAREST));
}

const ofClaims = madeOnce((claims: KeptClaim[]) => indexed(claims.flatMap(ofClaim)));
const ofRows = madeOnce((events: EventRow[]) => indexed(rowsWithWords(events)));

/** Two quotations that are the same one share at least one of so many rarest words. */
const RAREST = 4;
function indexed(kept: KeptWords[]): WordIndex<KeptWords> {
  return wordIndex(
    kept.map(item => ({ text: item.text, item })),
    text => new Set(quotedWords(text)),
  );
}

function ofClaim(kept: KeptClaim): KeptWords[] {
  if (kept.claim.kind !== 'statement') return [];
  const { speaker } = kept.claim;
  if (!speaker) return [];
  return quotedIn(kept.claim, kept.sentence).map(text => ({ speaker, text, ref: sentenceRef(kept) }));
}

function rowsWithWords(events: EventRow[]): KeptWords[] {
  const byType = eventsByType(events);
  return [...(byType.get('address') ?? []), ...(byType.get('statement') ?? [])].flatMap(row => {
    const [person] = row.persons;
    if (!person || !row.text) return [];
    return [{ speaker: { name: person, person, country: row.a }, text: row.text, ref: refOfEvent(row) }];
  });
}

/** Whether two are one speaker: by the person; where that was not read of one, by name or country. */
export function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  if (one.person !== null && other.person !== null) return one.person === other.person;
  return one.name.toLowerCase() === other.name.toLowerCase() || (one.country !== null && one.country === other.country);
}

/** The words of a direct quotation, piece by piece; what runs on into other sentences is not kept beside the claim. */
function quotedIn(claim: Claim, sentence: { start: number; text: string }): string[] {
  if (claim.kind !== 'statement' || claim.form !== 'direct') return [];
  return claim.content.flatMap(({ start, end }) => {
    const text = sentence.text.slice(Math.max(0, start - sentence.start), end - sentence.start);
    return start >= sentence.start && text.length === end - start ? [text] : [];
  });
}
