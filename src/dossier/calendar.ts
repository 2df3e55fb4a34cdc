import type { EvidenceRef } from '../evidence.js';
import type { Day } from '../reading.js';
import { addDays } from '../time/calendar.js';
import type { Dossier } from './dossier.js';
import type { Fact } from './section.js';

/**
 * What is coming for a pair as an iCalendar file (RFC 5545): each announced, expected or forecast fact that has a day,
 * as an all-day event that is tentative, since nobody here knows that it will happen.
 *
 * @returns the file, with CRLF and folded lines; a calendar without events where nothing with a day is coming.
 */
export function calendarOf({ pair, names, sections }: Dossier): string {
  const coming = sections.find(({ id }) => id === 'coming')?.facts ?? [];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Upperhand//Dossier//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(`${names.join(' and ')}: what is coming`)}`,
    ...coming.flatMap(fact => (fact.from ? eventLines(fact, fact.from, pair.join('-')) : [])),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function eventLines(fact: Fact, from: Day, pair: string): string[] {
  const [ref] = fact.evidence;
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(ref, from)}-${pair}@upperhand`,
    // The same dossier gives the same file, so the stamp is the day of the evidence and not that of the export.
    `DTSTAMP:${compact((ref?.kind === 'sentence' && ref.date) || from)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    // The end of an all-day event is the day after its last (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${compact(addDays(fact.to ?? from, 1))}`,
    `SUMMARY:${escaped(`${fact.status ?? 'expected'}: ${fact.words}`)}`,
    `DESCRIPTION:${escaped(`Says ${fact.by}.${ref?.kind === 'sentence' && ref.title ? ` ${ref.title}` : ''}`)}`,
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function uidOf(ref: EvidenceRef | undefined, day: Day): string {
  if (!ref) return day;
  return ref.kind === 'row' ? ref.id : `${ref.article}-${ref.claim}`;
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, character => `\\${character}`);
}

/** Lines of at most 75 octets, the rest on lines that begin with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
