import type { Claim, FigureClaim, JudgementClaim, Reading, Span } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { checkAcross } from './across.js';
import { checkAllegation } from './allegation.js';
import { type CheckContext, checkContext } from './context.js';
import { agreedOnce } from './figures/agreed-once.js';
import { checkAmount } from './figures/amount.js';
import { checkBalanceOfTrade } from './figures/balance-of-trade.js';
import { checkConversion } from './figures/conversion.js';
import { checkCount } from './figures/count.js';
import { checkGrowth } from './figures/growth.js';
import { checkRatio } from './figures/ratio.js';
import { checkShare } from './figures/share.js';
import { unknownFigure } from './figures/unknown.js';
import { checkVotes } from './figures/votes.js';
import { checkAnnounced, forecastOf, forecastWithin } from './forecast.js';
import { checkOffice } from './office.js';
import { checkQuotation } from './quotation.js';
import { type Check, FINDINGS } from './verdict.js';
import { checkWithin } from './within/within.js';
import { checkWordings } from './wordings/wordings.js';

export { type Check, type CheckVerdict, FINDINGS } from './verdict.js';

/** The kinds of check of a figure, first to last: the first that can say something does. */
const FIGURE_CHECKS: ((context: CheckContext, claim: FigureClaim) => Check | null)[] = [
  checkConversion,
  checkBalanceOfTrade,
  checkCount,
  checkVotes,
  checkGrowth,
  checkShare,
  checkRatio,
  checkAmount,
  checkAcross,
];

/**
 * Holds the claims of a reading against what is known of its pair - conversions, growth, shares, ratios, amounts, counts of
 * meetings, offices, quotations - and against the article's own arithmetic. It abstains rather than guesses: what no row is about is "not in the record", a forecast or an opinion is
 * named as such and left alone.
 *
 * @param evidence what is known of the two countries the article is about.
 * @returns checks in document order; claims that state nothing to check have none.
 */
export function checkReading(reading: Reading, evidence: Evidence): Check[] {
  const context = checkContext(reading, evidence);
  const within = checkWithin(context);
  const misfits = new Map<string, Check>();
  for (const check of within) {
    const known = check.claim && misfits.get(check.claim);
    if (check.claim && (!known || !FINDINGS.has(known.verdict))) misfits.set(check.claim, check);
  }
  const checks = [
    ...within.filter(({ claim }) => claim === null),
    ...checkWordings(context),
    ...reading.claims.flatMap(claim => (claim.kind === 'judgement' ? (forecastWithin(context, claim) ?? []) : [])),
    ...reading.claims.flatMap(claim => {
      const check = checkClaim(context, claim);
      const misfit = misfits.get(claim.id);
      // What the record contradicts is told by the record; arithmetic of the article comes next.
      return (misfit && tellsMore(misfit, check) ? misfit : check) ?? [];
    }),
  ];
  return agreedOnce(context, checks).sort((one, other) => one.start - other.start || one.end - other.end);
}

/** A misfit of the article's own arithmetic before what no row contradicts; that it fits only where nothing else is known. */
function tellsMore(misfit: Check, check: Check | null): boolean {
  if (!check || check.verdict === 'not in the record') return true;
  return FINDINGS.has(misfit.verdict) && !FINDINGS.has(check.verdict);
}

function checkClaim(context: CheckContext, claim: Claim): Check | null {
  switch (claim.kind) {
    case 'figure': {
      for (const check of FIGURE_CHECKS) {
        const found = check(context, claim);
        if (found) return doubted(found, claim);
      }
      const unknown = unknownFigure(context, claim);
      return unknown && doubted(unknown, claim);
    }
    case 'office':
      return checkOffice(context, claim);
    case 'judgement':
      return leftAlone(context, claim);
    case 'statement':
      return checkQuotation(context, claim);
    case 'action':
      return checkAllegation(context, claim) ?? checkAnnounced(context, claim);
    case 'address':
      return null;
  }
}

/** A check of a figure that may be read wrongly says so and is no surer than the reading. */
function doubted(check: Check, { doubt, confidence }: FigureClaim): Check {
  return doubt
    ? { ...check, why: `${check.why} In doubt: ${doubt}.`, confidence: Math.min(check.confidence, confidence) }
    : check;
}

/** An opinion is named as such and left alone; a forecast is kept. Of a sentence that has both, each has its own words. */
function leftAlone(context: CheckContext, claim: JudgementClaim): Check {
  if (claim.form === 'forecast') return forecastOf(claim);
  const forecast = forecastWithin(context, claim);
  const { start, end } = forecast ? wordsBeside(context.text, claim, forecast) : claim;
  const whose = claim.by === 'author' ? 'The article’s own judgement' : `A judgement of ${claim.by.name}`;
  return {
    start,
    end,
    claim: claim.id,
    verdict: 'opinion',
    found: null,
    evidence: [],
    why: `${whose}: named as such and left alone.`,
    confidence: claim.confidence,
  };
}

/**
 * The longer part of a span beside one within it, without the marks and the small word that join them: "- but it is clear
 * ..."; the whole span where less than a clause is beside it.
 */
function wordsBeside(text: string, { start, end }: Span, within: Span): Span {
  const before = { start, end: Math.max(start, within.start) };
  const after = { start: Math.min(end, within.end), end };
  const { start: from, end: to } = after.end - after.start > before.end - before.start ? after : before;
  const words = text.slice(from, to);
  const joined = /^[\s,;:—–-]*(?:(?:but|and|yet|while|although)\s)?/u.exec(words)![0].length;
  const trailing = /[\s,;:—–-]*$/u.exec(words.slice(joined).slice(-MARKS))![0].length;
  return CLAUSE.test(words.slice(joined)) ? { start: from + joined, end: to - trailing } : { start, end };
}

/** Two words are no clause. */
const CLAUSE = /^\S+\s+\S+\s+\S/;

/** Marks and spaces between two clauses are no more than so many. */
const MARKS = 8;
