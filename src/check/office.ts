/** Who held which office since when, held against the offices on record. */
import type { EventRow } from '../datasets/row.js';
import type { Day, OfficeClaim } from '../reading.js';
import { type CheckContext, timesIn } from './context.js';
import type { Check } from './verdict.js';
import { dayWords, refOfEvent } from './words.js';

/** `null` where the claim dates nothing, or no row is about this person in this office. */
export function checkOffice(context: CheckContext, claim: OfficeClaim): Check | null {
  const { from } = claim;
  const terms = context
    .eventsOf('office')
    .filter(row => row.persons.includes(claim.person) && isOffice(row, claim.office));
  if (!from || terms.length === 0) return null;
  const said = precisely(from, claim.end, context, claim);
  const right = terms.find(row => row.from.startsWith(said));
  const nearest = terms.toSorted((one, other) => apart(one.from, from) - apart(other.from, from))[0]!;
  const shown = right ?? nearest;
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    verdict: right ? 'agrees' : 'differs',
    found: { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
    evidence: terms.map(refOfEvent),
    why: `${claim.person}, ${shown.text}: from ${dayWords(shown.from)}; the article says ${said}.`,
    confidence: right ? 0.85 : 0.75,
  };
}

/** The same office, word for word: a vice-president is no president, a party's secretary no head of state. */
function isOffice({ text }: EventRow, office: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .replace(/\b(?:the|presidency)\b/g, word => (word === 'presidency' ? 'president' : ''))
      .trim();
  return words(text ?? '') === words(office);
}

/** The date no more precisely than the article has it: `2012`, `2013-03` or a day. */
function precisely(from: Day, end: number, context: CheckContext, { start }: OfficeClaim): string {
  const time = timesIn(context, { start, end }).find(expression => expression.from === from);
  if (time && /^\d{4}(?:-\d{2}){0,2}$/.test(time.value)) return time.value;
  return from.endsWith('-01-01') ? from.slice(0, 4) : from;
}

function apart(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other));
}
