import type { Chart } from '../section.js';

export type EventStrip = Extract<Chart, { kind: 'strip' }>;

/** Of more kinds than this, the rarest share one lane. */
const MOST_LANES = 9;
/** Of more marks than this, those of one month are one mark: they could not be told apart. */
const MOST_MARKS = 900;
const OTHERS = 'all others';

/**
 * Events on a line of time, a lane for each kind, the most frequent first; `null` where there is nothing to see.
 *
 * @param events with the day and the kind of each.
 */
export function eventStrip(title: string, events: { day: string; lane: string }[]): EventStrip | null {
  if (events.length < 2) return null;
  const lanes = byCount(events.map(({ lane }) => lane));
  const own = lanes.length > MOST_LANES ? lanes.slice(0, MOST_LANES - 1) : lanes;
  const laned = events.map(({ day, lane }) => ({ day, lane: own.includes(lane) ? lane : OTHERS }));
  const days = counted(laned);
  const marks =
    days.size > MOST_MARKS ? counted(laned.map(({ day, lane }) => ({ day: `${day.slice(0, 7)}-15`, lane }))) : days;
  return {
    kind: 'strip',
    title,
    source: 'the events below; each names its own sources',
    lanes: own.length < lanes.length ? [...own, OTHERS] : own,
    marks: [...marks.values()].map(({ day, lane, count }) => ({
      day,
      lane,
      side: 'both',
      label: count === 1 ? '1 event' : `${count} events`,
      evidence: [],
    })),
  };
}

function counted(events: { day: string; lane: string }[]) {
  const marks = new Map<string, { day: string; lane: string; count: number }>();
  for (const { day, lane } of events) {
    const key = `${day} ${lane}`;
    const mark = marks.get(key);
    if (mark) mark.count++;
    else marks.set(key, { day, lane, count: 1 });
  }
  return marks;
}

function byCount(lanes: string[]): string[] {
  const counts = new Map<string, number>();
  for (const lane of lanes) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)).map(([lane]) => lane);
}
