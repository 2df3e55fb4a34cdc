import { countryCode, countryOf } from '../actors/countries.js';
import { holdingsOf } from '../actors/holders.js';
import { warmthOf } from '../claims/address.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { sourceWithReadings } from './counted.js';
import { eventsOf } from './events.js';
import { yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef } from './lever.js';
import { isBy, isPair } from './pair.js';
import { type Warmth, warmthIn, warmthLead, weightOf } from './warmth.js';

const KIND: LeverKind = {
  id: 'regard',
  label: 'Who courts whom in words',
  group: 'regard',
  needs: 'forms of address or praise that each side’s leaders used of the other, as rows or in articles',
};

/** With six words of address between them, x counts for half. */
const HALF_STAKE = 6;

/** What praise counts for on the scale of data/address-warmth.yaml: as much as to call somebody a friend. */
const WARMTH_OF_PRAISE = 0.6;

/** One word of address or praise. */
interface Word {
  by: Country;
  warmth: number;
  /** 1 of a row, of a reading its confidence. */
  weight: number;
  ref: EvidenceRef;
}

/**
 * Who gives more warmth than comes back: the mean warmth of each side's words of address for the other, by the scale of
 * data/address-warmth.yaml, and of its praise. The side that is courted has the better of it. The mean counts, not the
 * sum, since one side's words may be better recorded.
 *
 * a, b: warmth given, 0 (a bare title) to 1 (kinship), each word of an article by the confidence with which it was read. Interval: 90 percent of the two means.
 *
 * Limits: translations choose words; habits of politeness differ between languages.
 */
export function regard(question: Question): Lever {
  const { a, b } = question;
  const words = wordsBetween(question);
  const [given, received] = [a, b].map(country => words.filter(({ by }) => by === country));
  if (!given?.length || !received?.length) return missing(KIND);
  const [mine, theirs] = [warmthOfAll(given), warmthOfAll(received)];
  return measured(KIND, {
    ...warmthLead(mine, theirs),
    stake: weightOf(given) + weightOf(received),
    halfStake: HALF_STAKE,
    a: mine.mean,
    b: theirs.mean,
    unit: 'warmth of words given, 0 to 1',
    source: sourceWithReadings('forms of address and praise on record', words),
    evidence: words.map(({ ref }) => ref),
    explanation: 'How warmly each side speaks of the other: the side that gets more warmth than it gives is courted.',
  });
}

function warmthOfAll(words: Word[]): Warmth {
  return warmthIn(words.map(({ warmth, weight }) => ({ value: warmth, weight })));
}

function wordsBetween(question: Question): Word[] {
  const { a, b, evidence } = question;
  const rows = eventsOf(question, 'address')
    .filter(row => isBy(question, row.from) && isPair(row.a, row.b, a, b))
    .flatMap(row => {
      const warmth = warmthOf(row.text ?? '');
      return warmth === null
        ? []
        : [{ by: row.a, warmth, weight: 1, ref: rowRef(row, `Address by ${row.persons[0] ?? row.a}, ${yearOf(row)}`) }];
    });
  const told = evidence.claims
    .filter(({ article }) => isBy(question, article.date.value ?? article.date.latest))
    .flatMap(kept => wordOf(kept, a, b));
  return [...rows, ...told];
}

/** The word of address or praise that a claim holds of one side for the other. */
function wordOf(kept: KeptClaim, a: Country, b: Country): Word[] {
  const { claim, sentence } = kept;
  if (claim.kind === 'address' && claim.warmth !== null) {
    const [by, to] = [countryBehind(claim.speaker), countryBehind(claim.addressee)];
    return by && isPair(by, to, a, b)
      ? [{ by, warmth: claim.warmth, weight: claim.confidence, ref: sentenceRef(kept) }]
      : [];
  }
  if (claim.kind === 'statement' && claim.stance === 'praise') {
    const by = claim.speaker?.country;
    if (by !== a && by !== b) return [];
    const of = by === a ? b : a;
    return names(sentence.text, of)
      ? [{ by, warmth: WARMTH_OF_PRAISE, weight: claim.confidence, ref: sentenceRef(kept) }]
      : [];
  }
  return [];
}

/** The country of a person or of a country's own name. */
function countryBehind(name: string | null): Country | null {
  if (!name) return null;
  return holdingsOf(name)[0]?.country ?? countryCode(name);
}

function names(text: string, country: Country): boolean {
  const known = countryOf(country);
  return known !== null && [known.name, ...known.adjectives, ...known.capitals].some(name => text.includes(name));
}
