/** What is still to come: named as a forecast with the day from which it can be scored, and not checked now. */
import type { ActionClaim, Day, JudgementClaim, Span } from '../reading.js';
import { type CheckContext, sentenceAt } from './context.js';
import { measureWording } from './figures/measures.js';
import type { Check } from './verdict.js';
import { dayWords } from './words.js';

/** A deed that is announced or expected: "the leaders will dine on Monday". `null` for one that is done, or only wished for. */
export function checkAnnounced({ published, text }: CheckContext, claim: ActionClaim): Check | null {
  if ((claim.modality !== 'announced' && claim.modality !== 'expected') || claim.negated) return null;
  const { from, to } = claim.when;
  const due = to && (published === null || to >= published) ? to : null;
  const when = due ? ` for ${from && from !== due ? `${dayWords(from)} to ` : ''}${dayWords(due)}` : ', without a day';
  const how = claim.modality === 'announced' ? 'Announced' : 'Expected';
  return forecast(clauseOf(text, claim), `${how}${when}: kept, and not checked now.${scoredFrom(due)}`);
}

/** A judgement about what will come: kept with its due date. */
export function forecastOf(claim: JudgementClaim): Check {
  return forecast(claim, `A forecast: kept, and not checked now.${scoredFrom(claim.due)}`);
}

/** "Don't expect it to end soon - but it's clear who is in power": a forecast beside the verdict its sentence was read as. */
export function forecastWithin(context: CheckContext, claim: JudgementClaim): Check | null {
  if (claim.form === 'forecast') return null;
  const { end } = sentenceAt(context, claim.start);
  const words = context.text.slice(claim.start, Math.max(claim.end, end));
  const cue = measureWording().foretold.exec(words);
  if (!cue) return null;
  const start = claim.start + cue.index;
  return forecast(
    clauseOf(context.text, { ...claim, start, end: start + cue[0].length }),
    'A forecast: kept, and not checked now.',
  );
}

function forecast({ start, end, id, confidence }: ActionClaim | JudgementClaim, why: string): Check {
  return { start, end, claim: id, verdict: 'forecast', found: null, evidence: [], why, confidence };
}

/** "have" alone says nothing: the words from there to the end of the clause. */
function clauseOf<C extends Span>(text: string, claim: C): C {
  const words = text.slice(claim.end, claim.end + LONGEST_CLAUSE);
  const stop = words.search(/[,;:—–\n]|\.(?=\s|$)|\s-\s|\s(?:but|while|although)\b/);
  const whole = stop < 0 ? Math.max(0, words.lastIndexOf(' ')) : stop;
  return { ...claim, end: claim.end + words.slice(0, whole).trimEnd().length };
}

const LONGEST_CLAUSE = 90;

function scoredFrom(due: Day | null): string {
  return due ? ` It can be scored from ${due} on.` : '';
}
