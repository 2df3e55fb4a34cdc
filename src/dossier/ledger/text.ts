import { countryName } from '../../actors/countries.js';
import { plain, refText } from '../footnotes.js';
import { countWords, dayWords, numberWords, periodWords, whenWords } from '../words.js';
import type { LedgerEntry } from './entry.js';
import type { Meetings, PairLedger } from './ledger.js';

/** The parts of a ledger that can be asked for. */
export const LEDGER_PARTS = ['meetings', 'agreements', 'sanctions', 'mediation', 'military', 'positions'] as const;
export type LedgerPart = (typeof LEDGER_PARTS)[number];

/** A ledger for people: each event with its day, status and name, and under it one line for each piece of evidence. */
export function ledgerText(ledger: PairLedger, parts: readonly LedgerPart[]): string {
  return parts.flatMap(part => [...titled(part, linesOf(part, ledger)), '']).join('\n');
}

function linesOf(part: LedgerPart, ledger: PairLedger): string[] {
  switch (part) {
    case 'meetings':
      return meetingLines(ledger.meetings);
    case 'agreements':
      return ledger.agreements.flatMap(entry => [
        ...entryLines(entry, entry.stage ?? entry.status),
        ...entry.next.map(id => `    went on as ${id}`),
      ]);
    case 'positions':
      return [
        ...ledger.positions.taken.flatMap(entry => entryLines(entry)),
        ...ledger.positions.notTaken.flatMap(entry => entryLines(entry)),
      ];
    default:
      return ledger[part].flatMap(entry => entryLines(entry));
  }
}

function meetingLines({ count, first, last, hosts, entries, coming, published }: Meetings): string[] {
  const days = [
    ...(first?.from ? [`the first ${periodWords(first.from, first.to)}`] : []),
    ...(last?.from ? [`the last ${periodWords(last.from, last.to)}`] : []),
  ];
  const places = Object.entries(hosts).map(([host, times]) => `${hostWords(host)} ${times}`);
  return [
    `${countWords(count, 'meeting')} in person${days.length ? `: ${days.join(', ')}` : ''}`,
    ...(count ? [`Host: ${places.join(', ')}`] : []),
    ...published.map(({ value, from, to, here, evidence }) =>
      plain(`Counted by others${periodOf(from, to)}: ${numberWords(value)}; here ${here}. ${refText(evidence)}`),
    ),
    ...entries.flatMap(entry => entryLines(entry)),
    ...coming.flatMap(entry => entryLines(entry)),
  ];
}

function periodOf(from: string | null, to: string | null): string {
  return from && from !== to ? `, ${periodWords(from, to)}` : to ? `, up to ${dayWords(to)}` : '';
}

function hostWords(host: string): string {
  return host === 'elsewhere' || host === 'unknown' ? host : countryName(host);
}

function entryLines(entry: LedgerEntry, status = entry.status): string[] {
  const { id, what, disputed, evidence } = entry;
  const differing = disputed.length ? `; sources differ on ${disputed.join(', ')}` : '';
  return [
    plain(`- ${whenWords(entry)}, ${status}: ${what}${differing}`),
    `    ${plain(id)}`,
    ...evidence.map(ref => `    ${refText(ref)}`),
  ];
}

function titled(part: LedgerPart, lines: string[]): string[] {
  const title = part.charAt(0).toUpperCase() + part.slice(1);
  return [title, '-'.repeat(title.length), ...(lines.length ? lines : ['Nothing on record.'])];
}
