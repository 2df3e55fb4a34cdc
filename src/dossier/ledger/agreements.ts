import { knownTable } from '../../knowledge.js';
import type { Day } from '../../reading.js';
import type { RecordedEvent } from '../../record/evidence.js';
import { partiesTogether } from '../../record/ledger/event-id.js';

/** How far an agreement is. */
export type Stage = 'promised' | 'agreed' | 'signed' | 'ratified' | 'in force';

/** Words of a promise that its signing shares with it, by cosine. */
const SAME_AGREEMENT = 0.4;

/**
 * How far an agreement is by what is told of it; a row of a data set stands on the day of signing.
 *
 * @returns `null` for what is no agreement: not done, or alleged.
 */
export function stageOf({ modality, negated, claims, rows }: RecordedEvent): Stage | null {
  if (negated) return null;
  if (modality === 'announced' || modality === 'expected' || modality === 'proposed') return 'promised';
  if (modality !== 'happened') return null;
  const told = claims.map(({ sentence }) => ` ${plainWords(sentence.text).join(' ')} `);
  const furthest = stages().findLast(({ words }) => words.some(word => told.some(text => text.includes(` ${word} `))));
  return furthest?.stage ?? (rows.length > 0 ? 'signed' : 'agreed');
}

/** The events by which an agreement went on: later ones of the same parties at a further stage, told in like words. */
export function nextStages(event: RecordedEvent, others: readonly RecordedEvent[]): RecordedEvent[] {
  const stage = stageOf(event);
  const since = stage === 'promised' ? promisedOn(event) : event.from;
  if (!stage || !since) return [];
  const own = wordsToldOf(event);
  return others.filter(other => {
    const reached = stageOf(other);
    return (
      reached !== null &&
      ORDER.indexOf(reached) > ORDER.indexOf(stage) &&
      other.from !== null &&
      other.from >= since &&
      partiesTogether(other) === partiesTogether(event) &&
      likeness(own, wordsToldOf(other)) >= SAME_AGREEMENT
    );
  });
}

/** One side may have ratified what is not in force yet. */
const ORDER: Stage[] = ['promised', 'agreed', 'signed', 'ratified', 'in force'];

/** The day a promise was made: what it promises lies later. */
function promisedOn({ claims, from }: RecordedEvent): Day | null {
  const told = claims.flatMap(({ claim, article }) => claim.said.from ?? article.date.earliest ?? []).sort();
  return told[0] ?? from;
}

/** The words of the fullest report, but the short ones, which are grammar for the most part. */
function wordsToldOf({ claims }: RecordedEvent): Set<string> {
  const sets = claims.map(({ sentence }) => new Set(plainWords(sentence.text).filter(word => word.length > 3)));
  return sets.sort((one, other) => other.size - one.size)[0] ?? new Set();
}

function likeness(one: Set<string>, other: Set<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  return [...one].filter(word => other.has(word)).length / Math.sqrt(one.size * other.size);
}

function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stages(): { stage: Stage; words: string[] }[] {
  known ??= knownTable('dossier/agreement-stages.csv').map(({ stage, words }) => ({
    stage: stage as Stage,
    words: words!.split(';'),
  }));
  return known;
}

let known: { stage: Stage; words: string[] }[] | undefined;
