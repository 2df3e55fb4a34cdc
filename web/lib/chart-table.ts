import { csvTable } from '$upperhand/csv-table.js';
import type { Chart } from '$upperhand/dossier/section.js';
import type { EvidenceRef } from '$upperhand/evidence.js';
import { evidenceId } from './evidence-id';
import { dayWords, numberWords } from './words';

/** The table a chart was drawn from; each row keeps the evidence it stands on. */
export interface ChartTable {
  columns: string[];
  /** Which column holds amounts, to be set flush right; -1 where none does. */
  amount: number;
  rows: { cells: { shown: string; exact: string | number }[]; evidence: EvidenceRef[] }[];
}

export function tableOf(chart: Chart): ChartTable {
  switch (chart.kind) {
    case 'band':
      return {
        columns: ['Year', chart.unit, 'At least', 'At most'],
        amount: 1,
        rows: chart.points.map(({ year, value, low, high, evidence }) => ({
          cells: [words(year), amount(value), amount(low), amount(high)],
          evidence,
        })),
      };
    case 'columns':
      return {
        columns: ['Year', chart.unit],
        amount: 1,
        rows: chart.columns.map(({ year, value, evidence }) => ({ cells: [words(year), amount(value)], evidence })),
      };
    case 'series':
      return {
        columns: ['Year', 'Reported', chart.unit],
        amount: 2,
        rows: chart.lines.flatMap(({ label, points }) =>
          points.map(({ year, value, evidence }) => ({ cells: [words(year), words(label), amount(value)], evidence })),
        ),
      };
    case 'bars':
      return {
        columns: ['Of', 'Who', chart.unit],
        amount: 2,
        rows: chart.bars.map(({ group, label, value, evidence }) => ({
          cells: [words(group || chart.title), words(label), amount(value)],
          evidence,
        })),
      };
    case 'strip':
      return {
        columns: ['Day', 'Lane', 'What'],
        amount: -1,
        rows: chart.marks.map(({ day, lane, label, evidence }) => ({
          cells: [{ shown: dayWords(day), exact: day }, words(lane), words(label)],
          evidence,
        })),
      };
  }
}

/** The table as CSV, with the row or sentence behind each line and its source. */
export function csvOf(chart: Chart): string {
  const { columns, rows } = tableOf(chart);
  return csvTable(
    [...columns, 'evidence', 'source'],
    rows.map(({ cells, evidence }) => [
      ...cells.map(({ exact }) => exact),
      evidence.map(evidenceId).join(' '),
      sourceOf(evidence),
    ]),
  );
}

function words(text: string | number) {
  return { shown: String(text), exact: text };
}

function amount(value: number) {
  return { shown: numberWords(value), exact: value };
}

function sourceOf([ref]: EvidenceRef[]): string {
  if (!ref) return '';
  return ref.kind === 'row' ? ref.source : [ref.publisher, ref.title].filter(Boolean).join(', ');
}
