import type { FigureRow } from '../../datasets/row.js';
import type { Line, Section, Subject } from '../dossier.js';
import { factOfFigure, number, refOfRow, say, section } from '../facts.js';
import { amountWords, periodWords } from '../words.js';

/** How much of each side's exports goes to the other, and who else buys from it. */
export function outsideOptions(subject: Subject): Section | null {
  const { a, b } = subject;
  const sides = [exportsOf(subject, a, b), exportsOf(subject, b, a)].filter(side => side !== null);
  const shares = [...sharesOf(subject, a, b), ...sharesOf(subject, b, a)];
  return section('outside-options', 'Outside options', {
    lines: sides.map(({ line }) => line),
    facts: [...sides.flatMap(({ rows }) => rows), ...shares].map(factOfFigure),
    missing: sides.length === 1 ? ['The exports of one side alone are known.'] : [],
  });
}

/** One side's exports by partner in the latest year that has both the other side and more partners. */
function exportsOf(
  { evidence, a, nameA, nameB }: Subject,
  seller: string,
  buyer: string,
): { line: Line; rows: FigureRow[] } | null {
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
        say(`${to} takes `),
        number(share, whole),
        say(` of ${from}’s exports in ${periodWords(row.from, row.to)}: `),
        number(rank, whole),
        say(' among its buyers.'),
      ],
      rows: ranked.slice(0, 8),
    };
  }
  return null;
}

/** Shares as others published them: the partner's part of the reporter's trade. */
function sharesOf({ evidence }: Subject, reporter: string, partner: string): FigureRow[] {
  return evidence.figures.filter(
    row => row.measure.startsWith('share of ') && row.reporter === reporter && row.partner === partner,
  );
}
