import { countryName } from '../../actors/countries.js';
import { asSentenceStart, possessive } from '../../actors/name-in-sentence.js';
import type { FigureRow } from '../../datasets/row.js';
import { factOfFigure, number, refOfRow, say, section } from '../facts.js';
import type { Chart, Line, Section, Subject } from '../section.js';
import { amountWords, listWords, periodWords } from '../words.js';

type Bar = Extract<Chart, { kind: 'bars' }>['bars'][number];

/** How many of a side's buyers are drawn, and how many are listed. */
const BUYERS_DRAWN = 5;
const BUYERS_LISTED = 8;

/** How much of each side's exports goes to the other, and who else buys from it. */
export function outsideOptions(subject: Subject): Section | null {
  const { a, b } = subject;
  const sides = [exportsOf(subject, a, b), exportsOf(subject, b, a)].filter(side => side !== null);
  const shares = [...sharesOf(subject, a, b), ...sharesOf(subject, b, a)];
  return section('outside-options', 'Outside options', {
    lines: sides.map(({ line }) => line),
    chart: chartOf(sides, subject),
    facts: [...sides.flatMap(({ rows }) => rows), ...shares].map(factOfFigure),
    missing: sides.length === 1 ? ['The exports of one side alone are known.'] : [],
  });
}

/** One side's exports by partner in the latest year that has both the other side and more partners. */
function exportsOf(
  { evidence, a, nameA, nameB }: Subject,
  seller: string,
  buyer: string,
): { line: Line; rows: FigureRow[]; bars: Bar[] } | null {
  const all = evidence.figures.filter(row => row.measure === 'goods exports' && row.reporter === seller && row.partner);
  const toBuyer = all.filter(row => row.partner === buyer).sort((one, other) => other.to.localeCompare(one.to));
  for (const row of toBuyer) {
    const year = all.filter(
      other =>
        other.from === row.from && other.to === row.to && other.dataset === row.dataset && other.unit === row.unit,
    );
    const total = year.reduce((sum, other) => sum + other.value, 0);
    if (year.length < 3 || total <= 0) continue;
    const ranked = year.filter(({ partner }) => partner !== 'ROW').sort((one, other) => other.value - one.value);
    const share = amountWords(Number(((100 * row.value) / total).toPrecision(3)), 'percent');
    const rank = `rank ${ranked.indexOf(row) + 1} of ${ranked.length}`;
    const [from, to] = seller === a ? [nameA, nameB] : [nameB, nameA];
    const whole = [row, ...year.filter(other => other !== row)].map(refOfRow);
    return {
      line: [
        say(`${asSentenceStart(to)} takes `),
        number(share, whole),
        say(` of ${possessive(from)} exports in ${periodWords(row.from, row.to)}: `),
        number(rank, whole),
        say(' among its buyers.'),
      ],
      rows: [...new Set([...ranked.slice(0, BUYERS_LISTED), row])],
      bars: [...new Set([...ranked.slice(0, BUYERS_DRAWN), row])].map(other => ({
        group: `Exports of ${from}`,
        label: countryName(other.partner!),
        side: other !== row ? 'both' : buyer === a ? 'a' : 'b',
        value: (100 * other.value) / total,
        evidence: [refOfRow(other)],
      })),
    };
  }
  return null;
}

/** The largest buyers of each side, the other side among them. */
function chartOf(
  sides: { rows: FigureRow[]; bars: Bar[] }[],
  { nameA, nameB }: Subject,
): Extract<Chart, { kind: 'bars' }> | null {
  const rows = sides.flatMap(side => side.rows);
  const [first] = rows;
  if (!first) return null;
  return {
    kind: 'bars',
    title: `Who buys what ${nameA} and ${nameB} export, ${listWords([...new Set(rows.map(row => periodWords(row.from, row.to)))])}`,
    unit: 'percent of its goods exports',
    source: listWords([...new Set(rows.map(({ source }) => source))]),
    bars: sides.flatMap(({ bars }) => bars),
  };
}

/** Shares as others published them: the partner's part of the reporter's trade. */
function sharesOf({ evidence }: Subject, reporter: string, partner: string): FigureRow[] {
  return evidence.figures.filter(
    row => row.measure.startsWith('share of ') && row.reporter === reporter && row.partner === partner,
  );
}
