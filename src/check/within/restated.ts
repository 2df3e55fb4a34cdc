/**
 * One thing told twice with two numbers: the same measure of the same countries and year, by the same voice. Trade that is not
 * the sum of its exports and imports belongs here as well.
 */
import type { FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import { type Topic, topicOf } from '../figures/topic.js';
import type { Check } from '../verdict.js';
import { amountWords } from '../words.js';
import { inconsistent, leeway } from './inconsistent.js';

/** Published totals and their parts are off by this much where shipping and insurance are counted on one side only. */
const TRADE_SLACK = 0.03;

/** Amounts further apart than this are hardly of one thing. */
const FURTHEST = 3;

interface Told {
  claim: FigureClaim;
  topic: Topic;
}

export function checkRestated(context: CheckContext): Check[] {
  const told = context.figures.flatMap(claim => {
    const topic = claim.change || claim.range ? null : topicOf(context, claim);
    const isAmount =
      !/^(?:percent|fraction|times)$/.test(claim.unit) && !claim.links.some(({ type }) => type === 'converts');
    return topic?.certain && topic.period?.from && isAmount ? [{ claim, topic }] : [];
  });
  const first = new Map<string, Told>();
  const checks: Check[] = [];
  for (const { claim, topic } of told) {
    const key = keyOf(topic, claim);
    const earlier = first.get(key);
    if (!earlier) first.set(key, { claim, topic });
    else if (isSameVoice(earlier.claim, claim) && isSameThing(context, earlier.claim, claim)) {
      const why = `The article says ${amountWords(earlier.claim.value, earlier.claim.unit)} of the same thing before.`;
      checks.push(inconsistent(claim, earlier.claim, why, 0.7));
    }
  }
  return [...checks, ...tradeSums(context, first)];
}

/** Trade of a year against the exports and imports that the article gives for it. */
function tradeSums(context: CheckContext, first: Map<string, Told>): Check[] {
  return [...first.values()].flatMap(({ claim, topic }) => {
    const { parties, measure, period } = topic;
    if (parties.kind !== 'between' || !parties.other || !measure.sum) return [];
    const flows = [...first.values()].filter(
      other =>
        other.topic.parties.kind === 'flow' &&
        /^goods (?:exports|imports)$/.test(other.topic.measure.measure) &&
        other.topic.period?.from === period?.from &&
        other.topic.period?.to === period?.to &&
        other.claim.unit === claim.unit,
    );
    const oneWay = (seller: string, buyer: string) =>
      flows.find(({ topic: { parties: way } }) => way.kind === 'flow' && way.seller === seller && way.buyer === buyer);
    const [out, back] = [oneWay(parties.one, parties.other), oneWay(parties.other, parties.one)];
    if (!out || !back) return [];
    const sum = out.claim.value + back.claim.value;
    const slack = [claim, out.claim, back.claim].reduce(
      (whole, figure) => whole + leeway(context, figure),
      TRADE_SLACK * sum,
    );
    if (Math.abs(sum - claim.value) <= slack) return [];
    const words = `${amountWords(out.claim.value, claim.unit)} + ${amountWords(back.claim.value, claim.unit)} = ${amountWords(sum, claim.unit)}`;
    return [
      inconsistent(
        claim,
        { value: sum, unit: claim.unit },
        `${words} of goods both ways; the article says ${amountWords(claim.value, claim.unit)}.`,
        0.75,
      ),
    ];
  });
}

function keyOf({ measure, parties, period }: Topic, { unit }: FigureClaim): string {
  const who =
    parties.kind === 'between'
      ? [parties.one, parties.other].sort().join('-')
      : parties.kind === 'flow'
        ? `${parties.seller}>${parties.buyer}`
        : `${parties.country}/${parties.other}`;
  // "A's exports to B" and "B's imports from A" are one flow.
  const name =
    parties.kind === 'flow' ? measure.measure.replace(/^goods (?:exports|imports)$/, 'goods') : measure.measure;
  return `${name} ${who} ${period?.from} ${period?.to} ${unit}`;
}

/** Two sources may differ, and an article that says so is right to. */
function isSameVoice(one: FigureClaim, other: FigureClaim): boolean {
  const name = ({ by }: FigureClaim) => (by === 'author' ? 'author' : by.name);
  return name(one) === name(other);
}

/** Unlike beyond rounding, and still near enough to be meant for the same. */
function isSameThing(context: CheckContext, one: FigureClaim, other: FigureClaim): boolean {
  const apart = Math.abs(one.value - other.value);
  const ratio = Math.max(one.value, other.value) / Math.min(one.value, other.value);
  return apart > leeway(context, one) + leeway(context, other) + 0.01 * one.value && ratio < FURTHEST;
}
