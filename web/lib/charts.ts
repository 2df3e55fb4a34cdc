/** Charts, drawn on the server: an SVG that needs no script, takes the page's colours, and scales with its column. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Chart } from '$upperhand/dossier/section.js';

/** Of every chart, in the units of its drawing; a line of time can be drawn wide where there is room for it. */
export const WIDTH = 470;
export const WIDE = 780;
const LONGEST_LABEL = 20;
const COLOURS = { a: 'var(--a)', b: 'var(--b)', both: 'var(--quiet)' };

/**
 * @param width of a strip, in the units of its drawing.
 * @returns the markup of an SVG; every text in it is escaped.
 */
export function drawn(chart: Chart, width = WIDTH): string {
  switch (chart.kind) {
    case 'series':
      return series(chart);
    case 'strip':
      return strip(chart, width);
    case 'bars':
      return bars(chart);
    case 'columns':
      return columns(chart);
    case 'band':
      return band(chart);
  }
}

/** A share by year on the whole scale from 0 to 100, with its band; above the middle is the first country's half. */
function band(chart: Extract<Chart, { kind: 'band' }>): string {
  const { points, even } = chart;
  const half = (value: number) => (value > even ? COLOURS.a : value < even ? COLOURS.b : COLOURS.both);
  return markup({
    height: 240,
    marginLeft: 40,
    marginRight: 40,
    marginTop: 26,
    x: { tickFormat: 'd', label: null, ticks: 6 },
    y: { label: chart.unit, domain: [0, 2 * even], grid: true, ticks: 5 },
    marks: [
      Plot.areaY(points, { x: 'year', y1: 'low', y2: 'high', fill: 'currentColor', fillOpacity: 0.14 }),
      Plot.ruleY([even], { stroke: 'currentColor', strokeOpacity: 0.6, strokeDasharray: '4 3' }),
      Plot.lineY(points, { x: 'year', y: 'value', stroke: 'currentColor', strokeWidth: 1.6 }),
      Plot.dot(points, {
        x: 'year',
        y: 'value',
        fill: (point: { value: number }) => half(point.value),
        symbol: (point: { value: number }) => (point.value < even ? 'square' : 'circle'),
        r: 3.4,
      }),
      Plot.text(points.slice(-1), {
        x: 'year',
        y: 'value',
        text: (point: { value: number }) => String(Math.round(point.value)),
        dx: 8,
        textAnchor: 'start',
        fontWeight: 600,
      }),
    ],
  });
}

/** A count by year, from zero; the largest says its number. */
function columns(chart: Extract<Chart, { kind: 'columns' }>): string {
  const largest = chart.columns.reduce((one, other) => (other.value > one.value ? other : one));
  return markup({
    height: 150,
    marginLeft: 40,
    marginRight: 16,
    marginTop: 26,
    x: { label: null, type: 'linear', tickFormat: 'd', ticks: Math.min(6, chart.columns.length), inset: 12 },
    y: { label: chart.unit, grid: true, ticks: Math.min(4, largest.value), tickFormat: 'd', zero: true },
    marks: [
      Plot.rectY(chart.columns, {
        x1: ({ year }: { year: number }) => year - 0.38,
        x2: ({ year }: { year: number }) => year + 0.38,
        y: 'value',
        fill: COLOURS.both,
      }),
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.text([largest], { x: 'year', y: 'value', text: 'value', dy: -7, fontWeight: 600 }),
    ],
  });
}

/** Levels by year, from zero, one line a reporter. */
function series(chart: Extract<Chart, { kind: 'series' }>): string {
  const points = chart.lines.flatMap(line =>
    line.points.map(point => ({ ...point, line: line.label, side: line.side })),
  );
  const { scale, word } = scaleOf(Math.max(...points.map(({ value }) => Math.abs(value))));
  const last = chart.lines.flatMap(line => points.filter(point => point.line === line.label).slice(-1));
  return markup({
    height: 220,
    marginLeft: 44,
    marginRight: 56,
    marginTop: 26,
    x: { tickFormat: 'd', label: null, ticks: 6 },
    y: { label: `${word} ${chart.unit}`.trim(), grid: true, ticks: 5, zero: true },
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.lineY(points, {
        x: 'year',
        y: (point: { value: number }) => point.value / scale,
        z: 'line',
        stroke: (point: { side: 'a' | 'b' | 'both' }) => COLOURS[point.side],
        strokeWidth: 2,
      }),
      Plot.dot(points, {
        x: 'year',
        y: (point: { value: number }) => point.value / scale,
        fill: (point: { side: 'a' | 'b' | 'both' }) => COLOURS[point.side],
        symbol: (point: { side: string }) => (point.side === 'b' ? 'square' : 'circle'),
        r: 2.6,
      }),
      Plot.text(last, {
        x: 'year',
        y: (point: { value: number }) => point.value / scale,
        text: (point: { value: number }) => Number((point.value / scale).toPrecision(4)).toLocaleString('en-US'),
        dx: 8,
        textAnchor: 'start',
        fontWeight: 600,
      }),
    ],
  });
}

/** One mark a day, a lane a place. */
function strip(chart: Extract<Chart, { kind: 'strip' }>, width: number): string {
  const marks = chart.marks.map(mark => ({ ...mark, date: new Date(`${mark.day}T00:00:00Z`) }));
  return markup({
    width,
    height: 40 + 34 * chart.lanes.length,
    marginLeft: 132,
    marginRight: 16,
    marginTop: 8,
    x: { type: 'utc', label: null, ticks: width / 80 },
    y: { domain: chart.lanes, label: null, tickSize: 0, type: 'band', padding: 0.35, tickFormat: shortened },
    marks: [
      Plot.ruleY(chart.lanes, { stroke: 'currentColor', strokeOpacity: 0.18 }),
      Plot.tickX(marks, {
        x: 'date',
        y: 'lane',
        stroke: (mark: { side: 'a' | 'b' | 'both' }) => COLOURS[mark.side],
        strokeWidth: 2.5,
        insetTop: 0,
      }),
    ],
  });
}

/** One bar a row from a common zero, the groups under one another, the amount at its end. */
function bars(chart: Extract<Chart, { kind: 'bars' }>): string {
  const { scale, word } = scaleOf(Math.max(...chart.bars.map(({ value }) => Math.abs(value))));
  const rows = chart.bars.map((bar, index) => ({ ...bar, key: String(index), shown: bar.value / scale }));
  const groups = [...new Set(rows.map(({ group }) => group))];
  const grouped = groups.length > 1;
  // A name of a group takes a row of its own above its bars.
  const lanes = groups.flatMap(group => [
    ...(grouped ? [`group ${group}`] : []),
    ...rows.filter(row => row.group === group).map(({ key }) => key),
  ]);
  const labels = new Map(rows.map(({ key, label }) => [key, shortened(label)]));
  return markup({
    height: 34 + 24 * lanes.length,
    marginLeft: 132,
    marginRight: 64,
    marginTop: 4,
    marginBottom: 30,
    x: {
      label: `${word} ${chart.unit}`.trim(),
      labelAnchor: 'left',
      labelArrow: 'none',
      ticks: 0,
      zero: true,
      line: false,
    },
    y: { domain: lanes, label: null, tickSize: 0, padding: 0.25, tickFormat: (key: string) => labels.get(key) ?? '' },
    marks: [
      Plot.barX(rows, { x: 'shown', y: 'key', fill: (row: { side: 'a' | 'b' | 'both' }) => COLOURS[row.side] }),
      Plot.ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.text(rows, {
        x: 'shown',
        y: 'key',
        text: (row: { shown: number }) => Number(row.shown.toPrecision(3)).toLocaleString('en-US'),
        dx: 6,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      ...(grouped
        ? [
            Plot.text(groups, {
              x: () => 0,
              y: (group: string) => `group ${group}`,
              text: (group: string) => group,
              dx: 2,
              dy: 3,
              textAnchor: 'start',
              fontWeight: 600,
            }),
          ]
        : []),
    ],
  });
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
}

function markup(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({
    width: WIDTH,
    ...options,
    document: document as unknown as Document,
    className: 'plot',
    // Colours are given as they are meant, not as categories to be coloured.
    color: { type: 'identity' },
    symbol: { type: 'identity' },
  } as Plot.PlotOptions);
  // The page styles its charts: a style of the chart's own would need an exception in the page's policy.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('aria-hidden', 'true');
  svg.removeAttribute('font-family');
  svg.setAttribute('font-size', '12.5');
  return svg.outerHTML;
}

function scaleOf(largest: number): { scale: number; word: string } {
  if (largest >= 1e12) return { scale: 1e12, word: 'trillion' };
  if (largest >= 1e9) return { scale: 1e9, word: 'billion' };
  if (largest >= 1e6) return { scale: 1e6, word: 'million' };
  return { scale: 1, word: '' };
}
