/** Claims of one article that cannot both be right: a deed done and not done, one thing with two numbers, two verdicts. */
import type { FigureClaim, Found } from '../../reading.js';
import { type Deed, otherTime, partiesKey, REMEMBERED, stem } from './deeds.js';
import { claimsOf, type Identified, type Linker } from './linker.js';

/** Two numbers of one thing nearer than this differ by rounding only. */
const ROUNDING = 0.02;
/** Further apart than this they are hardly of one thing. */
const FURTHEST = 3;

export function linkContradictions(text: string, ordered: Identified[], link: Linker): void {
  linkDoneAndNotDone(text, ordered, link);
  linkTwoNumbers(ordered, link);
  linkTwoDates(ordered, link);
  linkTwoVerdicts(ordered, link);
}

/** "Beijing has condemned the attack" and "Beijing has not condemned the attack". */
function linkDoneAndNotDone(text: string, ordered: Identified[], link: Linker): void {
  const told = new Map<string, { id: string; claim: Deed }[]>();
  for (const deed of claimsOf(ordered, 'action')) {
    const parties = partiesKey(deed.claim);
    if (!parties || deed.claim.modality !== 'happened') continue;
    const key = `${parties} ${stem(text, deed.claim)}`;
    const earlier = told.get(key) ?? [];
    const against = earlier.find(({ claim }) => claim.negated !== deed.claim.negated && !otherTime(claim, deed.claim));
    if (against) link(deed.id, 'contradicts', against.id);
    if (earlier.length < REMEMBERED) told.set(key, [...earlier, deed]);
  }
}

function linkTwoNumbers(ordered: Identified[], link: Linker): void {
  const first = new Map<string, { id: string; claim: Found<FigureClaim> }>();
  for (const figure of claimsOf(ordered, 'figure')) {
    const { claim } = figure;
    const { subject, unit, period, change, range } = claim;
    if (!subject || !period?.from || !period.to || change || range || isBare(subject)) continue;
    const key = `${subject.toLowerCase()} ${unit} ${period.from} ${period.to}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, figure);
      continue;
    }
    const ratio = Math.max(earlier.claim.value, claim.value) / Math.min(earlier.claim.value, claim.value);
    const isRough = earlier.claim.approximate !== null || claim.approximate !== null;
    if (ratio > 1 + ROUNDING && ratio < FURTHEST && !isRough && claim.start - earlier.claim.end > 60) {
      link(figure.id, 'contradicts', earlier.id);
    }
  }
}

/** One name says nothing of what is measured: "China" buys and sells many things. */
function isBare(subject: string): boolean {
  return !/\s/.test(subject);
}

function linkTwoDates(ordered: Identified[], link: Linker): void {
  const first = new Map<string, { id: string; from: string }>();
  for (const { id, claim } of claimsOf(ordered, 'office')) {
    if (!claim.from) continue;
    const key = `${claim.person} ${claim.office}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, { id, from: claim.from });
    else if (earlier.from.slice(0, 4) !== claim.from.slice(0, 4)) link(id, 'contradicts', earlier.id);
  }
}

/** The headline gives the upper hand to one side, and a verdict of the text to the other. */
function linkTwoVerdicts(ordered: Identified[], link: Linker): void {
  const verdicts = claimsOf(ordered, 'judgement').filter(({ claim }) => claim.favours && claim.form === 'verdict');
  const headline = verdicts.find(({ claim }) => claim.headline);
  if (!headline) return;
  for (const { id, claim } of verdicts) {
    const isOfPair = headline.claim.about?.every(country => claim.about?.includes(country));
    if (isOfPair && claim.favours !== headline.claim.favours) link(id, 'contradicts', headline.id);
  }
}
