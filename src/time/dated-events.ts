/** Well-known dated events (data/dated-events.csv) and where a sentence names them. */
import { knownTable } from '../knowledge.js';
import type { Day, Span } from '../reading.js';

export interface DatedEvent {
  name: string;
  from: Day;
  to: Day;
  /** It was known to be coming: a visit, a summit, an election, a law. Nobody writes of the others before they happen. */
  planned: boolean;
  groups: WordGroup[];
}

/** One of the groups of words that must all be there; `background` ones show only that the event lies behind. */
interface WordGroup {
  own: RegExp | null;
  background: RegExp | null;
}

/** An event that a sentence speaks of. */
export interface NamedEvent {
  event: DatedEvent;
  /** Whether the event itself is named, not only what lasted after it ("the war"). */
  itself: boolean;
  /** Where its words stand in the sentence. */
  hits: Span[];
}

/**
 * The events a sentence names. Words of the sentence before count too, since "it" may stand for a party named there,
 * but at least two of the groups (or all, of an event told by one) must be met in the sentence itself.
 */
export function eventsNamedIn(sentence: string, before: string): NamedEvent[] {
  const named: NamedEvent[] = [];
  for (const event of candidates(sentence)) {
    const here = event.groups.map(group => hitOf(group, sentence));
    const present = here.filter(hit => hit !== null);
    if (present.length < Math.min(2, event.groups.length)) continue;
    if (here.some((hit, index) => !hit && !hitOf(event.groups[index]!, before))) continue;
    named.push({
      event,
      itself: present.every(({ own }) => own),
      hits: present.map(({ start, end }) => ({ start, end })),
    });
  }
  return named;
}

interface EventTable {
  rows: Record<string, string>[];
  /** The events of the rows, made where one is met: most are never asked for, and their patterns take long to make. */
  events: DatedEvent[];
  byBeginning: Map<string, [event: number, group: number][]>;
}

let known: EventTable | null = null;

/** Events of which enough groups may be met, by a glance at how the words of the sentence begin; in the order of the table. */
function candidates(sentence: string): DatedEvent[] {
  known ??= readEvents();
  const groupsMet = new Map<number, Set<number>>();
  for (const beginning of new Set(beginningsOf(sentence))) {
    for (const [event, group] of known.byBeginning.get(beginning) ?? []) {
      const met = groupsMet.get(event);
      if (met) met.add(group);
      else groupsMet.set(event, new Set([group]));
    }
  }
  const { events, rows } = known;
  return [...groupsMet]
    .filter(([event, met]) => met.size >= Math.min(2, groupsOf(rows[event]!).length))
    .sort(([a], [b]) => a - b)
    .map(([event]) => (events[event] ??= eventOf(rows[event]!)));
}

/** The first three characters of each word, in small letters. */
function beginningsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.slice(0, 3));
}

function readEvents(): EventTable {
  const rows = knownTable('dated-events.csv');
  const byBeginning = new Map<string, [number, number][]>();
  for (const [event, row] of rows.entries()) {
    for (const [group, words] of groupsOf(row).entries()) {
      const first = words.split('|').flatMap(word => {
        const names = word.replace(/^~/, '').replace(/^(?:visit|death):/, '');
        return names === word.replace(/^~/, '') ? [names] : names.split('/');
      });
      for (const beginning of new Set(first.map(name => beginningsOf(name)[0]!))) {
        const places = byBeginning.get(beginning) ?? [];
        places.push([event, group]);
        byBeginning.set(beginning, places);
      }
    }
  }
  return { rows, events: [], byBeginning };
}

function hitOf({ own, background }: WordGroup, text: string): (Span & { own: boolean }) | null {
  for (const [words, isOwn] of [
    [own, true],
    [background, false],
  ] as const) {
    const hit = words?.exec(text);
    if (hit) return { start: hit.index, end: hit.index + hit[0].length, own: isOwn };
  }
  return null;
}

function groupsOf(row: Record<string, string>): string[] {
  return row.words!.split(';');
}

function eventOf(row: Record<string, string>): DatedEvent {
  return {
    name: row.event!,
    from: row.from!,
    to: row.to || row.from!,
    planned: row.planned === 'yes',
    groups: groupsOf(row).map(group => {
      const words = group.split('|');
      return {
        own: oneOf(words.filter(word => !word.startsWith('~'))),
        background: oneOf(words.filter(word => word.startsWith('~')).map(word => word.slice(1))),
      };
    }),
  };
}

function oneOf(words: string[]): RegExp | null {
  if (words.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(patternOf).join('|')})`, 'iu');
}

const TRAVEL = '(?:visit|trip|tour|travel|journey|arriv|head|fl(?:y|ies|ew)|went|go(?:es|ing)?|land|stop)\\p{L}{0,5}';

const DYING = '(?:death|funeral|killing|murder|assassination)';
const DIED =
  '(?:died|dies|(?:(?:was|were|has been|had been) )?(?:killed|murdered|assassinated|slain|shot dead|buried))';

/**
 * A word is the beginning of a word, one of up to three letters a whole word; `visit:A/B` is any way of going to A or B,
 * `death:A/B` any way of saying that A or B died.
 */
function patternOf(word: string): string {
  const [, kind, names] = /^(visit|death):(.+)$/.exec(word) ?? [];
  const any = names && `(?:${names.replaceAll('.', '\\.').replaceAll('/', '|')})`;
  if (kind === 'visit') return `${TRAVEL}(?: \\p{L}+){0,3}? ${any}(?!\\p{L})|${any} (?:visit|trip|tour)`;
  if (kind === 'death')
    return `${DYING} of (?:\\p{L}+ ){0,3}?${any}|${any}['’]s? ${DYING}|${any}(?:, [^,.]{1,60},)?(?: (?:has|had))? ${DIED}`;
  return word.replace(/[.$/+]/g, '\\$&') + (word.length <= 3 ? '(?!\\p{L})' : '');
}
