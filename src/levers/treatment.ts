import { cameoOf } from '../claims/actions/cameo.js';
import { sourceWithReadings } from './counted.js';
import { type Deed, deeds, isFromTo } from './deeds.js';
import { type Lever, type LeverKind, measured, missing, type Question } from './lever.js';
import { type Heard, warmthIn, warmthLead, weightOf } from './warmth.js';

const KIND: LeverKind = {
  id: 'treatment',
  label: 'Who courts whom in deeds',
  group: 'regard',
  needs: 'deeds of each country towards the other in articles',
};

/** At ten deeds between them, x counts for half. */
const HALF_STAKE = 10;

/**
 * Who treats the other better than it is treated: the mean of each side’s deeds towards the other on the scale of
 * conflict and cooperation (Goldstein 1992), which runs from -10 (open war) to 10, drawn to 0 to 1. The side that is
 * treated better than it treats has the better of it. What both do together has no direction and is left out.
 *
 * a, b: friendliness of its deeds, 0 (war) to 1, each by the confidence with which it was read. Interval: 90 percent of the two means.
 *
 * Limits: the scale knows the kind of a deed, not its size; articles tell of quarrels more than of routine.
 */
export function treatment(question: Question): Lever {
  const { a, b } = question;
  const done = deeds(question);
  const [sent, received] = [done.filter(deed => isFromTo(deed, a, b)), done.filter(deed => isFromTo(deed, b, a))];
  if (!sent.length || !received.length) return missing(KIND);
  const [given, got] = [sent.map(asHeard), received.map(asHeard)];
  const [mine, theirs] = [warmthIn(given), warmthIn(got)];
  return measured(KIND, {
    ...warmthLead(mine, theirs),
    stake: weightOf(given) + weightOf(got),
    halfStake: HALF_STAKE,
    a: mine.mean,
    b: theirs.mean,
    unit: 'friendliness of its deeds, 0 to 1',
    source: sourceWithReadings('deeds on record, on the scale of Goldstein (1992)', [...sent, ...received]),
    evidence: [...sent, ...received].map(({ ref }) => ref),
    explanation:
      'How friendly each side’s deeds towards the other are, from war to surrender: the side that is treated better than it treats is courted.',
  });
}

function asHeard(deed: Deed): Heard {
  return { value: (cameoOf(deed).goldstein + 10) / 20, weight: deed.weight };
}
