import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country } from '../../reading.js';
import { type Evidence, type RecordedEvent, sentenceRef } from '../../record/evidence.js';
import { factOfDeed, factOfEvent, isAmong, number, refOfRow, reportsOfRow, say, section } from '../facts.js';
import { stageOf } from '../ledger/agreements.js';
import type { Chart, Fact, Line, Section, Subject } from '../section.js';
import { ROWS_NAME_SOURCES, stripOf } from '../strip.js';
import { type DeedSubject, dossierSubjects } from '../subjects.js';
import { countWords, listWords } from '../words.js';

/**
 * A section of deeds of one subject: rows and what articles tell, the announced ones apart (they are coming).
 *
 * @param id which subject of data/dossier/subjects.yaml.
 */
export function deeds(id: string): (subject: Subject) => Section | null {
  return subject => {
    const rule = dossierSubjects().deeds.find(deed => deed.id === id);
    if (!rule) throw new Error(`data/dossier/subjects.yaml knows no subject "${id}"`);
    const { evidence } = subject;
    const events = evidence.events.filter(
      row => rule.events.includes(row.type) && concerns(rule, subject, [row.a], [row.b]),
    );
    const isRow = isAmong(events);
    const told = evidence.ledger.filter(
      event => event.claims.length > 0 && !isComing(event) && !isRow(event) && belongs(event, rule, subject),
    );
    const deeds = [
      ...events.map(row => deedOfRow(row, evidence)),
      ...told.map(event => deedTold(event, rule, evidence)),
    ];
    if (!deeds.length) return null;
    const done = deeds.filter(({ fact }) => fact.status === null || fact.status === DONE);
    const ofRows = done.filter(({ ref }) => ref.kind === 'row').length;
    return section(id, rule.title, {
      headline: done.length
        ? {
            number: String(done.length),
            unit: rule.noun[done.length === 1 ? 0 : 1],
            what: `on record: ${origins(ofRows, done.length - ofRows)}`,
            evidence: done.map(({ ref }) => ref),
          }
        : null,
      lines: [...(done.length ? countLine(done, rule, subject) : []), ...uncountedLine(deeds)],
      chart: stripOf(
        `${rule.title} by day`,
        ROWS_NAME_SOURCES,
        done.flatMap(deed => markOf(deed, rule, subject)),
      ),
      facts: deeds.map(({ fact }) => fact),
    });
  };
}

/** Is the deed still to come? Then it stands with what is announced. */
export function isComing({ modality }: RecordedEvent): boolean {
  return modality === 'announced' || modality === 'expected';
}

/** The words of a sentence, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** The status of what is known to have happened. */
const DONE = 'happened';

/** A deed with what its section counts it by. */
interface Deed {
  source: Country[];
  target: Country[];
  format: string | null;
  fact: Fact;
  ref: EvidenceRef;
}

function deedOfRow(row: EventRow, evidence: Evidence): Deed {
  const target = row.b ? [row.b] : [];
  const fact = factOfEvent(row, reportsOfRow(evidence, row));
  return { source: [row.a], target, format: row.format, fact, ref: refOfRow(row) };
}

function deedTold(event: RecordedEvent, { stages }: DeedSubject, evidence: Evidence): Deed {
  const { source, target, mode, claims } = event;
  return {
    source,
    target,
    // A deed of an article has no format of a data set: how far it is, its mode, else where it comes from.
    format: (stages.length > 0 ? stageOf(event) : mode) ?? 'told in articles',
    fact: factOfDeed(event, evidence),
    ref: sentenceRef(claims[0]!),
  };
}

/** What is not known to have happened is told apart, and never counted: `Not counted: alleged 2, denied 1.` */
function uncountedLine(deeds: Deed[]): Line[] {
  const open = deeds.filter(({ fact }) => fact.status !== null && fact.status !== DONE);
  const statuses = [...new Set(open.map(({ fact }) => fact.status!))].sort();
  if (!statuses.length) return [];
  return [
    [
      say('Not counted: '),
      ...statuses.flatMap((status, index) => {
        const refs = open.filter(({ fact }) => fact.status === status).map(({ ref }) => ref);
        return [say(`${index ? ', ' : ''}${status} `), number(refs.length, refs)];
      }),
      say('.'),
    ],
  ];
}

/** `Against China 2, against Russia 15.` or `Joint statement 9, contract 3.` */
function countLine(deeds: Deed[], { count }: DeedSubject, { a, b, nameA, nameB }: Subject): Line[] {
  const formats = [...new Set(deeds.map(({ format }) => format ?? 'other'))].sort();
  const parts =
    count === 'format'
      ? formats.map(format => ({ words: format, of: deeds.filter(deed => (deed.format ?? 'other') === format) }))
      : [
          {
            words: `${count === 'target' ? 'against' : 'by'} ${nameA}`,
            of: deeds.filter(deed => deed[count].includes(a)),
          },
          {
            words: `${count === 'target' ? 'against' : 'by'} ${nameB}`,
            of: deeds.filter(deed => deed[count].includes(b)),
          },
          ...ofOthers(
            deeds.filter(deed => !deed[count].includes(a) && !deed[count].includes(b)),
            count,
          ),
        ];
  const shown = count === 'format' ? parts.filter(({ of }) => of.length) : parts;
  const refs = (of: Deed[]) => of.map(({ ref }) => ref);
  return [
    shown.flatMap(({ words, of }, index) => [
      say(`${index ? words : words.charAt(0).toUpperCase() + words.slice(1)} `),
      number(of.length, refs(of)),
      say(index < shown.length - 1 ? ', ' : '.'),
    ]),
  ];
}

/** What a third did between the two, as who brought them together. */
function ofOthers(of: Deed[], count: 'target' | 'source'): { words: string; of: Deed[] }[] {
  return of.length ? [{ words: `${count === 'target' ? 'against' : 'by'} others`, of }] : [];
}

/** A deed on the line of time, in the lane of what its section counts it by; none where its day is unknown. */
function markOf(
  { source, target, format, fact, ref }: Deed,
  { count }: DeedSubject,
  { a, b, nameA, nameB }: Subject,
): Extract<Chart, { kind: 'strip' }>['marks'] {
  if (!fact.from) return [];
  const mark = { day: fact.from, label: fact.words, evidence: [ref] };
  if (count === 'format') return [{ ...mark, lane: format ?? 'other', side: 'both' }];
  const parties = count === 'target' ? target : source;
  const relation = count === 'target' ? 'on' : 'by';
  return [
    ...(parties.includes(a) ? [{ ...mark, lane: `${relation} ${nameA}`, side: 'a' as const }] : []),
    ...(parties.includes(b) ? [{ ...mark, lane: `${relation} ${nameB}`, side: 'b' as const }] : []),
  ];
}

function origins(rows: number, claims: number): string {
  const parts = [];
  if (rows) parts.push(countWords(rows, 'data row'));
  if (claims) parts.push(`${countWords(claims, 'sentence')} of articles`);
  return listWords(parts);
}

/** Does an event belong to a subject, by its type, its mode or the words that tell of it? */
export function belongs(event: RecordedEvent, rule: DeedSubject, subject: Subject): boolean {
  const { type, of, mode, source, target, claims } = event;
  if (!concerns(rule, subject, source, target)) return false;
  if (rule.types.includes(type) || (of && rule.types.includes(of))) return true;
  if (type === 'SUPPORT' && rule.stages.length > 0 && rule.stages.includes(stageOf(event) ?? '')) return true;
  if (mode && rule.modes.some(known => mode.includes(known))) return true;
  const isTheirWord = (word: string) => rule.words.includes(word);
  return rule.words.length > 0 && claims.some(({ sentence }) => wordsOf(sentence.text).some(isTheirWord));
}

/** Are the parties of a deed those that a subject is about? */
export function concerns(rule: DeedSubject, { a, b }: Subject, ...sides: (Country | null)[][]): boolean {
  // What is done to one of them weighs on the pair whoever does it; what one does to somebody else does not.
  const parties = rule.between === 'target' ? (sides[1] ?? []) : sides.flat();
  return rule.between === 'pair'
    ? parties.includes(a) && parties.includes(b)
    : parties.includes(a) || parties.includes(b);
}
