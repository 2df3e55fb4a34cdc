import type { Claim, Country, Reading } from '../reading.js';

/**
 * The countries a claim is about: the parties it names, and, where its kind names none, those mentioned in its own
 * sentence. Sorted, without repeats.
 */
export function claimCountries(claim: Claim, reading: Reading): Country[] {
  const named = partiesOf(claim);
  const countries = named.length > 0 ? named : countriesAround(claim, reading);
  return [...new Set(countries)].sort();
}

/** The sentence a claim stands in, from its start; the claim's own span where no sentence holds it. */
export function sentenceOf(claim: Claim, reading: Reading): { start: number; end: number } {
  const sentence = reading.sentences.find(({ start, end }) => start <= claim.start && claim.start < end);
  return sentence ? { start: sentence.start, end: sentence.end } : { start: claim.start, end: claim.end };
}

function partiesOf(claim: Claim): Country[] {
  switch (claim.kind) {
    case 'action':
      return [...claim.source, ...claim.target, ...claim.third];
    case 'judgement':
      return claim.about ?? [];
    case 'office':
      return claim.country ? [claim.country] : [];
    case 'statement':
    case 'figure':
    case 'address':
      return [];
  }
}

/** Countries mentioned in the claim's sentence, as actors or as places: "trade between the two nations" names both. */
function countriesAround(claim: Claim, reading: Reading): Country[] {
  const { start, end } = sentenceOf(claim, reading);
  const last = Math.max(end, claim.end);
  return reading.mentions.filter(m => m.start >= start && m.end <= last).flatMap(m => m.countries);
}
