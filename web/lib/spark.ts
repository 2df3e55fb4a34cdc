/** A chart in a few strokes, for a card: the same marks without axes and words. It says no more than where they lie. */
import type { Chart } from '$upperhand/dossier/section.js';

export const SPARK = { width: 200, height: 44 };
const EDGE = 4;

/** A stroke of a small chart: a line through points, or a bar. */
export type Stroke =
  | { kind: 'line'; side: 'a' | 'b' | 'both'; points: string }
  | { kind: 'bar'; side: 'a' | 'b' | 'both'; x: number; y: number; width: number; height: number };

export function sparkOf(chart: Chart): Stroke[] {
  switch (chart.kind) {
    case 'series':
      return lines(chart);
    case 'strip':
      return ticks(chart);
    case 'bars':
      return bars(chart);
    case 'columns':
      return lines({ lines: [{ side: 'both', points: chart.columns }] });
    case 'band':
      return lines({ lines: [{ side: 'both', points: chart.points }] });
  }
}

/** Levels from zero, over the years of all lines. */
function lines({
  lines,
}: {
  lines: { side: 'a' | 'b' | 'both'; points: { year: number; value: number }[] }[];
}): Stroke[] {
  const points = lines.flatMap(line => line.points);
  const x = scale(
    points.map(({ year }) => year),
    SPARK.width,
  );
  const top = Math.max(...points.map(({ value }) => value), 0) || 1;
  const y = (value: number) => SPARK.height - EDGE - (value / top) * (SPARK.height - 2 * EDGE);
  return lines.map(({ side, points }) => ({
    kind: 'line',
    side,
    points: points.map(({ year, value }) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
  }));
}

/** One tick a day; the first country's above the middle, the second's below, what is both's across it. */
function ticks({ marks }: Extract<Chart, { kind: 'strip' }>): Stroke[] {
  const x = scale(
    marks.map(({ day }) => Date.parse(day)),
    SPARK.width,
  );
  const half = SPARK.height / 2;
  return marks.map(({ day, side }) => ({
    kind: 'bar',
    side,
    x: x(Date.parse(day)) - 1,
    y: side === 'b' ? half + 1 : side === 'a' ? EDGE : half - 9,
    width: 2,
    height: side === 'both' ? 18 : half - EDGE - 1,
  }));
}

/** One bar each, the longest as wide as the card. */
function bars({ bars }: Extract<Chart, { kind: 'bars' }>): Stroke[] {
  const shown = bars.slice(0, 6);
  const longest = Math.max(...shown.map(({ value }) => value), 0) || 1;
  const step = SPARK.height / Math.max(shown.length, 1);
  return shown.map(({ side, value }, index) => ({
    kind: 'bar',
    side,
    x: 0,
    y: index * step + 1,
    width: (Math.max(value, 0) / longest) * SPARK.width,
    height: Math.max(2, step - 3),
  }));
}

function scale(values: number[], width: number): (value: number) => number {
  const [first, last] = [Math.min(...values), Math.max(...values)];
  return value => EDGE + (last > first ? (value - first) / (last - first) : 0.5) * (width - 2 * EDGE);
}
