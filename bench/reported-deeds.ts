/** The reports of test/record/kept-apart/merging.txt, as the ledger takes them, in pairs and in scenes. */
import type { ActionClaim, Modality, PloverType } from '../src/reading.js';
import { makeLedger } from '../src/record/ledger/ledger.js';
import { type KeptAction, reportOfClaim } from '../src/record/ledger/report.js';
import { SAME_FROM, sameEvent } from '../src/record/ledger/same-event.js';

export interface Scene {
  name: string;
  /** Every other scene is open: its misses may be looked at while the ledger is mended. */
  isOpen: boolean;
  reports: { event: string; kept: KeptAction }[];
}

/** Two reports of a scene: whether they tell of one event, how likely that is taken to be, and what the ledger did. */
export interface Pair {
  one: KeptAction;
  other: KeptAction;
  isSame: boolean;
  score: number;
  isTaken: boolean;
  /** Whether the ledger of the whole scene has both in one row. */
  isMerged: boolean;
}

/** Every two reports of a scene. */
export function pairsOf({ reports }: Scene): Pair[] {
  const rows = new Map<string, string>();
  for (const event of makeLedger(
    reports.map(({ kept }) => kept),
    [],
  ))
    for (const { claim } of event.claims) rows.set(claim.id, event.id);
  return reports.flatMap((first, i) =>
    reports.slice(i + 1).map(second => {
      const [one, other] = [first.kept, second.kept];
      const score = sameEvent(reportOfClaim(one), reportOfClaim(other));
      return {
        ...{ one, other, isSame: first.event === second.event, score, isTaken: score >= SAME_FROM },
        isMerged: rows.get(one.claim.id) === rows.get(other.claim.id),
      };
    }),
  );
}

/** @throws an error that names the line which is not as the file's head says. */
export function scenesOf(written: string): Scene[] {
  return written
    .split(/\n{2,}/)
    .filter(block => block.startsWith('= '))
    .map((block, at) => {
      const [name, ...lines] = block.trim().split('\n');
      return { name: name!.slice(2), isOpen: at % 2 === 0, reports: lines.map((line, i) => reportOf(line, at, i)) };
    });
}

const MODALITIES = ['announced', 'expected', 'proposed', 'conditional', 'alleged', 'denied'];

function reportOf(line: string, scene: number, number: number): Scene['reports'][number] {
  const parts = line.split(' | ');
  if (parts.length !== 7) throw new Error(`not seven parts: ${line}`);
  const [event, published, what, parties, days, signs, marked] = parts as [string, ...string[]] as string[];
  const [type, ...kind] = what!.split(' ');
  const text = marked!.replace(/[[\]]/g, '');
  const trigger = { start: marked!.indexOf('['), end: marked!.indexOf(']') - 1 };
  if (trigger.start < 0 || trigger.end <= trigger.start) throw new Error(`no trigger: ${line}`);
  const [from = null, to = from] = days === '-' ? [] : days!.split('..');
  const place = /at=(.+)\/([A-Z]{3})/.exec(signs!);
  const claim: ActionClaim = {
    ...{ kind: 'action', id: `claim-${number}`, start: 0, end: text.length, confidence: 0.8, by: 'author' },
    ...{ denied_by: null, links: [], type: type as PloverType },
    of: (kind.find(word => word.startsWith('of='))?.slice(3) ?? null) as PloverType | null,
    mode: kind.find(word => !word.startsWith('of=')) ?? null,
    trigger,
    ...partiesOf(parties!),
    when: { from, to, start: null, end: null },
    said: { from: published!, to: published! },
    place: place && { name: place[1]!, country: place[2]!, start: 0, end: 0 },
    modality: (MODALITIES.find(word => signs!.split(' ').includes(word)) ?? 'happened') as Modality,
    negated: signs!.split(' ').includes('not'),
    main: !signs!.split(' ').includes('passing'),
  };
  const date = { value: published!, earliest: published!, latest: published!, basis: 'given' as const };
  const article = { id: `scene-${scene}-${number}`, title: null, publisher: null, url: null, date };
  const countries = [...new Set([...claim.source, ...claim.target])].sort();
  return { event: event!, kept: { claim, article, sentence: { start: 0, end: text.length, text }, countries } };
}

/** `A > B`, or `A = B` both ways; names of organisations after them. */
function partiesOf(written: string): Pick<ActionClaim, 'source' | 'target' | 'third' | 'names'> {
  const [countries, names] = written.split(' names=');
  const [source, target] = countries!.split(' > ').map(side => side.split(/ = | /));
  return { source: source!, target: target ?? source!, third: [], names: names ? [names] : [] };
}
