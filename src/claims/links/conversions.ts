/** A figure that restates the one before in another unit: "1.28 trillion yuan (£153 billion)", "60 km, or 37 miles". */
import type { FigureClaim, Found } from '../../reading.js';
import { claimsOf, type Identified, type Linker } from './linker.js';

/** Units that can stand for one another; every currency stands for every other. */
const KINDS_OF_UNIT = [
  ['kilometre', 'mile', 'nautical mile', 'metre', 'foot'],
  ['tonne', 'kilogram', 'pound weight', 'gram'],
  ['square kilometre', 'square mile', 'hectare', 'acre', 'square metre'],
  ['cubic metre', 'cubic foot', 'litre', 'gallon'],
  ['degree Celsius', 'degree Fahrenheit'],
  ['barrel', 'tonne'],
];

const CAUTION =
  '(?:about |around |roughly |some |nearly |almost |over |more than |just over |just under |approximately |~|≈)';
/** What may stand between an amount and its restatement: a bracket, "or", "equivalent to" - or a comma before a word of caution. */
const RESTATES = new RegExp(
  `^\\s?(?:[([]\\s?(?:or |equal to |equivalent to |i\\.e\\. )?${CAUTION}?|[,;]? (?:or|equal to|equivalent to|the equivalent of|worth|that is,?|which is|that comes to|which comes to|that makes) ${CAUTION}?|,? [–—-] (?:or )?${CAUTION}?|, ${CAUTION})$`,
);

export function linkConversions(text: string, ordered: Identified[], link: Linker): void {
  let before: { id: string; claim: Found<FigureClaim> } | null = null;
  for (const figure of claimsOf(ordered, 'figure')) {
    const { claim } = figure;
    if (
      before &&
      canStandFor(before.claim.unit, claim.unit) &&
      claim.start - before.claim.end < 40 &&
      RESTATES.test(text.slice(before.claim.end, claim.start))
    ) {
      link(figure.id, 'converts', before.id);
    }
    before = figure;
  }
}

function canStandFor(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [rateOf(one), rateOf(other)];
  if (a.per !== b.per) return false;
  if (isMoney(a.unit) && isMoney(b.unit)) return true;
  return KINDS_OF_UNIT.some(units => units.includes(a.unit) && units.includes(b.unit));
}

/** "USD/year" is an amount of USD per year. */
function rateOf(unit: string): { unit: string; per: string } {
  const [amount, per = ''] = unit.split('/');
  return { unit: amount!, per };
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}
