/** The count of a vote - "by 141 votes to five" - held against the votes on record of its month. */
import type { EventRow } from '../../datasets/row.js';
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, figuresIn, sentenceAt } from '../context.js';
import type { Check } from '../verdict.js';
import { refOfEvent, spanOf } from '../words.js';

/** For, against and abstaining, as the note of a vote begins: `141-5-35`. */
const TALLY = /^(\d+)-(\d+)-(\d+)\b/;

/** `null` where the figure counts no votes, or not exactly one vote on record fits the time and either number. */
export function checkVotes(context: CheckContext, claim: FigureClaim): Check | null {
  if (!/^(?:vote|abstention)$/.test(claim.unit) || !claim.period?.from || !claim.period.to) return null;
  const { from, to } = claim.period;
  const together = figuresIn(context, sentenceAt(context, claim.start)).filter(({ unit }) =>
    /^(?:vote|abstention)$/.test(unit),
  );
  const place = claim.unit === 'abstention' ? 2 : together.filter(({ unit }) => unit === 'vote').indexOf(claim);
  const votes = talliesOf(context.eventsOf('vote').filter(row => row.from >= from && row.from <= to));
  // A month may have seen several votes: the one meant shares a number with the sentence.
  const shared = ({ tally }: (typeof votes)[number]) => together.filter(({ value }) => tally.includes(value)).length;
  const most = Math.max(1, ...votes.map(shared));
  const meant = votes.filter(vote => shared(vote) === most);
  if (meant.length !== 1 || place > 2) return null;
  const { row, tally } = meant[0]!;
  const holds = tally[place] === claim.value || tally.includes(claim.value);
  return {
    ...spanOf(claim),
    verdict: holds ? 'agrees' : 'differs',
    found: { value: tally[place]!, unit: claim.unit, period: { from: row.from, to: row.to } },
    evidence: [refOfEvent(row)],
    why: `${row.text}: ${tally[0]} for, ${tally[1]} against, ${tally[2]} abstaining; the article says ${claim.value}.`,
    confidence: 0.75,
  };
}

/** Each vote once, though every country's vote in it is a row. */
function talliesOf(rows: EventRow[]): { row: EventRow; tally: number[] }[] {
  const byTally = new Map<string, { row: EventRow; tally: number[] }>();
  for (const row of rows) {
    const found = TALLY.exec(row.note ?? '');
    if (found) byTally.set(`${row.from} ${found[0]}`, { row, tally: found.slice(1).map(Number) });
  }
  return [...byTally.values()];
}
