import type { Chart } from './section.js';

type Strip = Extract<Chart, { kind: 'strip' }>;

/** Below this there is no pattern to look at: a list tells more. */
const FEWEST = 4;
/** More lanes than this cannot be told apart at a glance. */
const MOST_LANES = 7;

/**
 * Marks on a line of time, a lane a kind: `null` where there are too few of them, or where they are of too many kinds.
 *
 * @param source who says so, for the line under the chart.
 */
export function stripOf(title: string, source: string, marks: Strip['marks']): Strip | null {
  const lanes = [...new Set(marks.map(({ lane }) => lane))].sort();
  if (marks.length < FEWEST || lanes.length > MOST_LANES) return null;
  return { kind: 'strip', title, source, lanes, marks };
}

/** The line under a chart whose marks come from many places. */
export const ROWS_NAME_SOURCES = 'the facts below; each names its own source';
