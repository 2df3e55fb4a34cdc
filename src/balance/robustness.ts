import type { FigureRow, Row } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import type { Lever } from '../levers/lever.js';
import { measureAgain } from '../levers/levers.js';
import type { Country } from '../reading.js';
import type { Evidence, KeptClaim } from '../record/evidence.js';
import { ledgerWithout } from '../record/ledger/without.js';
import { type Judgement, type JudgeOptions, judge } from './judge.js';
import { outletCountry } from './outlets.js';
import type { Removal, Robustness } from './verdict.js';

/** Of a lever that stands on more pieces of evidence than this, no single one is tried: none can weigh much. */
const MOST_FACTS = 60;

/** What is left out of the evidence. */
interface Left {
  row(row: Row): boolean;
  claim(claim: KeptClaim): boolean;
}

/**
 * What a balance hangs on: the same balance with each lever, each source, each year, each country's outlets and each single
 * fact left out in turn. Only levers that stand on what is left out are measured again.
 *
 * @param levers as measureLevers gives them from this evidence, in its order.
 */
export function robustnessOf(
  pair: readonly [Country, Country],
  levers: readonly Lever[],
  evidence: Evidence,
  options: JudgeOptions & { year?: number },
): Robustness {
  const judging: JudgeOptions = { ...options, lattice: 'coarse' };
  const whole = judge(pair, levers, judging);
  const pieces = piecesOf(levers, evidence);
  const removal = (without: string, count: number, judged: Judgement): Removal => ({
    without,
    pieces: count,
    part: pieces.size ? count / pieces.size : 0,
    share: judged.share,
    favours: judged.favours,
    strength: judged.strength,
    turns: judged.favours !== whole.favours,
  });
  const withoutAll = (left: Left) => {
    const gone = new Set([...pieces].filter(([, { is }]) => is(left)).map(([id]) => id));
    const standsOnIt = ({ evidence }: Lever) => evidence.some(ref => gone.has(idOf(ref)));
    const { rest, without } = leftOut(evidence, left);
    const again = measureAgain(levers, standsOnIt, pair, rest, { ...yearOf(options), without });
    return { gone: gone.size, judged: judge(pair, again, judging) };
  };
  const byKind = (keyOf: (piece: Piece) => string | null, leftOf: (key: string) => Left) => {
    const keys = [...new Set([...pieces.values()].map(keyOf))].filter(key => key !== null).sort();
    return keys.map(key => {
      const { gone, judged } = withoutAll(leftOf(key));
      return removal(key, gone, judged);
    });
  };
  const ofLevers = levers
    .filter(({ x }) => x !== null)
    .map(lever =>
      removal(
        lever.id,
        lever.evidence.length,
        judge(
          pair,
          levers.map(one => (one === lever ? { ...one, x: null, status: 'missing' as const } : one)),
          judging,
        ),
      ),
    );
  const sources = byKind(
    piece => piece.source,
    source => ({ row: row => row.source === source, claim: ({ article }) => article.publisher === source }),
  );
  const years = byKind(
    piece => piece.year,
    year => ({ row: ({ from }) => from.startsWith(year), claim: kept => yearOfClaim(kept) === year }),
  );
  const outlets = byKind(
    ({ source }) => outletCountry(source),
    country => ({
      row: row => outletCountry(row.source) === country,
      claim: ({ article }) => outletCountry(article.publisher) === country,
    }),
  );
  const single = [...pieces.values()].filter(({ lever }) => lever.evidence.length <= MOST_FACTS);
  const facts = single
    .map(({ ref }) => {
      const id = idOf(ref);
      const { gone, judged } = withoutAll({ row: row => row.id === id, claim: ({ claim }) => claim.id === id });
      return { ...removal(id, gone, judged), evidence: ref };
    })
    .filter(({ turns }) => turns);
  const jackknife = [...ofLevers, ...sources, ...years];
  const shares = [whole, ...jackknife, ...outlets].flatMap(({ share }) => share ?? []);
  return {
    levers: ofLevers,
    sources,
    years,
    outlets,
    facts,
    tried: { facts: single.length, of: pieces.size },
    range: [Math.min(...shares), Math.max(...shares)],
    removals: jackknife.length,
    turning: jackknife.filter(({ turns }) => turns).length,
  };
}

/** A row or claim that a lever stands on. */
interface Piece {
  ref: EvidenceRef;
  lever: Lever;
  source: string | null;
  year: string | null;
  is(left: Left): boolean;
}

/** The rows and claims that measured levers stand on, by id. */
function piecesOf(levers: readonly Lever[], { figures, events, claims }: Evidence): Map<string, Piece> {
  const wanted = new Map(levers.flatMap(lever => lever.evidence.map(ref => [idOf(ref), { ref, lever }] as const)));
  const pieces = new Map<string, Piece>();
  const seeRow = (row: Row) => {
    const known = wanted.get(row.id);
    if (known)
      pieces.set(row.id, { ...known, source: row.source, year: row.from.slice(0, 4), is: left => left.row(row) });
  };
  for (const row of figures) seeRow(row);
  for (const row of events) seeRow(row);
  for (const kept of claims) {
    const known = wanted.get(kept.claim.id);
    if (!known) continue;
    const { publisher } = kept.article;
    pieces.set(kept.claim.id, { ...known, source: publisher, year: yearOfClaim(kept), is: left => left.claim(kept) });
  }
  return pieces;
}

/** The rest of the evidence. Figures stay in their list, so that what is worked out from it holds; levers pass them over. */
function leftOut(evidence: Evidence, left: Left): { rest: Evidence; without: (row: FigureRow) => boolean } {
  const rows = new Set(evidence.events.filter(row => left.row(row)).map(({ id }) => id));
  const rest = {
    ...evidence,
    events: evidence.events.filter(row => !rows.has(row.id)),
    claims: evidence.claims.filter(claim => !left.claim(claim)),
    ledger: ledgerWithout(evidence.ledger, { claim: left.claim, row: id => rows.has(id) }),
  };
  return { rest, without: row => left.row(row) };
}

function yearOf({ year }: { year?: number }): { year?: number } {
  return year === undefined ? {} : { year };
}

function yearOfClaim({ article: { date } }: KeptClaim): string | null {
  return (date.value ?? date.latest)?.slice(0, 4) ?? null;
}

function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : ref.claim;
}
