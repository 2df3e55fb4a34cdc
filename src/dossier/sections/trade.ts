import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { FigureRow } from '../../datasets/row.js';
import type { Country } from '../../reading.js';
import { sentenceRef } from '../../record/evidence.js';
import { claimsOf, factOfClaim, factOfFigure, number, refOfRow, say, section } from '../facts.js';
import { namesBoth } from '../of-pair.js';
import { articleName } from '../sayer.js';
import type { Chart, Fact, Line, Section, Subject } from '../section.js';
import { amountWords, listWords, periodWords } from '../words.js';

/** Figures of one measure, one reporter and one unit from one data set, by period: what can be drawn as a line. */
interface Series {
  measure: string;
  reporter: 'a' | 'b';
  unit: string;
  rows: FigureRow[];
}

/** Trade between the two: its level, what each sends the other, its growth in each currency, and what articles say of it. */
export function trade(subject: Subject): Section | null {
  const { evidence } = subject;
  const rows = rowsBetween(subject);
  const told = claimsOf(evidence, 'figure').filter(
    kept => /\b(?:trade|exports?|imports?)\b/i.test(kept.claim.subject ?? '') && namesBoth(kept, subject),
  );
  const levels = longest(
    seriesOf(
      rows.filter(({ measure }) => measure === 'goods trade'),
      subject,
    ),
  );
  const level = levels?.rows.at(-1);
  return section('trade', 'Trade', {
    headline: level
      ? {
          number: amountWords(level.value, level.unit),
          unit: '',
          what: `goods trade in ${periodWords(level.from, level.to)}. ${level.source}`,
          evidence: [refOfRow(level)],
        }
      : null,
    lines: [...flowLines(rows, subject), ...(level ? growthLine(rows, level) : []), ...told.map(toldLine)],
    chart: chartOf(levels, rows, subject) ?? flowChart(rows, subject),
    facts: [
      ...rows.map(factOfFigure),
      ...told.map((kept): Fact => factOfClaim(kept, 'reported', kept.claim.period ?? undefined)),
    ],
    missing: rows.length ? gapsOf(levels) : ['No trade figures of a data set: only what articles tell is known.'],
  });
}

/** All figures that one side gives of its trade with the other: flows, their growth, and single goods. */
function rowsBetween({ a, b, evidence }: Subject): FigureRow[] {
  return evidence.figures
    .filter(({ reporter, partner }) => (reporter === a && partner === b) || (reporter === b && partner === a))
    .filter(({ measure }) => !measure.startsWith('share of ') && /\b(?:trade|exports|imports)\b/.test(measure))
    .sort((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id));
}

function seriesOf(rows: FigureRow[], { a }: Subject): Series[] {
  const byKey = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const key = [row.measure, row.reporter, row.unit, row.dataset].join('\t');
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey.values()].map(alike => {
    const { measure, reporter, unit } = alike[0]!;
    return { measure, reporter: reporter === a ? 'a' : 'b', unit, rows: alike };
  });
}

function longest(series: Series[]): Series | null {
  return series.reduce<Series | null>(
    (one, other) => (one && yearly(one).length >= yearly(other).length ? one : other),
    null,
  );
}

/** What each sent the other in the latest year that is known, by its own exports or by the other's imports. */
function flowLines(rows: FigureRow[], subject: Subject): Line[] {
  return flowsOf(rows, subject).map(({ row, seller, buyer }) => [
    say(`${asSentenceStart(seller)} sold ${buyer} goods for `),
    number(amountWords(row.value, row.unit), [refOfRow(row)]),
    say(` in ${periodWords(row.from, row.to)}.`),
  ]);
}

function flowsOf(rows: FigureRow[], { a, b, nameA, nameB }: Subject) {
  const flow = (seller: Country, buyer: Country) =>
    rows
      .filter(
        ({ measure, reporter }) =>
          (measure === 'goods exports' && reporter === seller) || (measure === 'goods imports' && reporter === buyer),
      )
      .reduce<FigureRow | null>((one, other) => (one && one.to >= other.to ? one : other), null);
  return [
    { row: flow(a, b), seller: nameA, buyer: nameB, side: 'a' as const },
    { row: flow(b, a), seller: nameB, buyer: nameA, side: 'b' as const },
  ].flatMap(({ row, ...rest }) => (row ? [{ row, ...rest }] : []));
}

/** What each sold the other, side by side: drawn where there is no series and both stand in one unit. */
function flowChart(rows: FigureRow[], subject: Subject): Chart | null {
  const flows = flowsOf(rows, subject);
  const [first, second] = flows.map(({ row }) => row);
  if (!first || !second || first.unit !== second.unit || first.from !== second.from) return null;
  return {
    kind: 'bars',
    title: `Goods sold by each to the other, ${periodWords(first.from, first.to)}`,
    unit: first.unit,
    source: listWords([...new Set(flows.map(({ row }) => row.source))]),
    bars: flows.map(({ row, seller, side }) => ({
      group: '',
      label: asSentenceStart(seller),
      side,
      value: row.value,
      evidence: [refOfRow(row)],
    })),
  };
}

/** Growth over the year of the level, in every currency it was published in: they differ by the move of the currency. */
function growthLine(rows: FigureRow[], level: FigureRow): Line[] {
  const growth = rows.filter(
    row => row.measure.startsWith('goods trade growth') && row.from === level.from && row.to === level.to,
  );
  if (!growth.length) return [];
  return [
    [
      say('Growth over the year before: '),
      ...growth.flatMap((row, index) => [
        number(amountWords(row.value, row.unit), [refOfRow(row)]),
        say(`${row.measure.slice('goods trade growth'.length)}${index < growth.length - 1 ? ', ' : '.'}`),
      ]),
    ],
  ];
}

function toldLine(kept: ReturnType<typeof claimsOf<'figure'>>[number]): Line {
  const { claim, article } = kept;
  const change = claim.change?.direction ? `${claim.change.direction} ` : '';
  const amount = `${change}${claim.approximate ? `${claim.approximate} ` : ''}${amountWords(claim.value, claim.unit)}`;
  const when = claim.period ? ` (${periodWords(claim.period.from, claim.period.to)})` : '';
  return [say(`${articleName(article)}: ${claim.subject} `), number(amount, [sentenceRef(kept)]), say(`${when}.`)];
}

/** The longest yearly series, and in its unit whatever the other side published of the same. */
function chartOf(levels: Series | null, rows: FigureRow[], subject: Subject): Chart | null {
  if (!levels || yearly(levels).length < 3) return null;
  const alike = seriesOf(
    rows.filter(({ measure, unit }) => measure === levels.measure && unit === levels.unit),
    subject,
  ).filter(series => yearly(series).length > 1);
  return {
    kind: 'series',
    title: `Goods trade between ${subject.nameA} and ${subject.nameB}`,
    unit: levels.unit,
    source: listWords([...new Set(alike.flatMap(series => series.rows.map(({ source }) => source.split(',')[0]!)))]),
    lines: alike.map(series => ({
      label: `reported by ${series.reporter === 'a' ? subject.nameA : subject.nameB}`,
      side: series.reporter,
      points: yearly(series).map(row => ({ year: yearOf(row), value: row.value, evidence: [refOfRow(row)] })),
    })),
  };
}

/** The years that a series leaves out. */
function gapsOf(levels: Series | null): string[] {
  const years = levels ? yearly(levels).map(yearOf) : [];
  const gaps: string[] = [];
  for (let year = (years[0] ?? 0) + 1; year < (years.at(-1) ?? 0); year++)
    if (!years.includes(year)) gaps.push(String(year));
  return gaps.length && levels ? [`no figure for ${listWords(gaps)} in ${levels.unit}.`] : [];
}

function yearly({ rows }: Series): FigureRow[] {
  return rows.filter(({ from, to }) => from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`);
}

function yearOf(row: FigureRow): number {
  return Number(row.from.slice(0, 4));
}
