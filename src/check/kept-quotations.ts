/** The quoted words of the record: of kept articles other than the one that is checked, and of rows with words in them. */
import type { EvidenceRef } from '../evidence.js';
import type { Claim, Country } from '../reading.js';
import { sentenceRef } from '../record/evidence.js';
import type { CheckContext } from './context.js';
import { refOfEvent } from './words.js';

/** Words of a speaker that the record has, and where. */
export interface KeptWords {
  /** By which a speaker is known: the person, else name and country. */
  key: string;
  speaker: string;
  person: string | null;
  text: string;
  lower: string;
  ref: EvidenceRef;
}

const looked = new WeakMap<CheckContext, KeptWords[]>();

export function keptQuotations(context: CheckContext): KeptWords[] {
  const known = looked.get(context);
  if (known) return known;
  const found: KeptWords[] = [];
  for (const kept of context.evidence.claims) {
    if (kept.claim.kind !== 'statement' || kept.article.id === context.reading.document.id) continue;
    const text = quotedIn(kept.claim, kept.sentence);
    const { speaker } = kept.claim;
    if (!text || !speaker) continue;
    const name = speaker.person ?? speaker.name;
    found.push({
      key: speakerKey(speaker),
      speaker: name,
      person: speaker.person,
      text,
      lower: text.toLowerCase(),
      ref: sentenceRef(kept),
    });
  }
  for (const row of [...context.eventsOf('address'), ...context.eventsOf('statement')]) {
    const [person] = row.persons;
    if (!person || !row.text) continue;
    const key = speakerKey({ person, name: person, country: row.a });
    found.push({ key, speaker: person, person, text: row.text, lower: row.text.toLowerCase(), ref: refOfEvent(row) });
  }
  looked.set(context, found);
  return found;
}

export function speakerKey({
  person,
  name,
  country,
}: {
  person: string | null;
  name: string;
  country: Country | null;
}): string {
  return person ?? `${name.toLowerCase()} ${country ?? ''}`;
}

/** The words of a direct quotation; what runs on into other sentences is not kept beside the claim. */
function quotedIn(claim: Claim, sentence: { start: number; text: string }): string | null {
  if (claim.kind !== 'statement' || claim.form !== 'direct' || claim.content.length !== 1) return null;
  const { start, end } = claim.content[0]!;
  const text = sentence.text.slice(start - sentence.start, end - sentence.start);
  return start >= sentence.start && text.length === end - start ? text : null;
}
