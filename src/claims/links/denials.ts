/** Who denies which claim: what stands in a denial, and what was said before of the very thing that is denied. */
import { firstNotBefore } from '../../in-order.js';
import type { Attribution, Found, Span, StatementClaim } from '../../reading.js';
import { deniedThings } from '../statements/denied-things.js';
import { type Deed, otherTime, partiesKey, REMEMBERED, stem } from './deeds.js';
import { claimsOf, type Identified } from './linker.js';
import { shared, weightyWords } from './wording.js';

/** How far back, in characters, a denial reaches that names what it denies only by a word such as "the allegation". */
const DENIAL_REACH = 600;
/** So many earlier statements are looked through for what is denied, so that the work stays linear. */
const LOOKED_BACK = 40;
/** So many later ones are looked through where nothing before a denial is what it denies. */
const LOOKED_AHEAD = 8;
/** A statement that holds this part of the weighty words of a denial, names apart, said what it denies. */
const SAME_WORDS = 0.75;
/** Denials with fewer weighty words are too thin to be told from others by them. */
const FEWEST_WORDS = 2;

type FoundStatement = Found<StatementClaim>;

/** The denial that denies a claim: who speaks it, and its id. */
export interface Denial {
  speaker: Attribution;
  id: string;
}

/** What came before a denial, the nearest last. */
interface Before {
  statements: { id: string; claim: FoundStatement; words: Set<string> }[];
  deeds: Map<string, { id: string; claim: Deed }[]>;
}

/**
 * For each denied claim, its denial. A denial denies
 *
 * 1. what stands in its content;
 * 2. the nearest earlier claim of a deed in it, by type, parties and wording, and the nearest earlier statement of
 *    another speaker in the same words;
 * 3. where it only points back ("the allegation", "any part in the attack"), the nearest earlier statement of another
 *    speaker that shares what words it has, and the denier's own deeds in that statement.
 *
 * @param ordered claims in the order of the text
 */
export function deniedBy(text: string, ordered: Identified[]): Map<string, Denial> {
  const denials = new Map<string, Denial>();
  const before: Before = { statements: [], deeds: new Map() };
  for (const { id, claim } of ordered) {
    if (claim.kind === 'action') rememberDeed(before, id, claim);
    if (claim.kind !== 'statement') continue;
    const speaker = attribution(claim);
    if (claim.stance === 'deny' && speaker) {
      for (const denied of deniedIn(text, ordered, before, id, claim)) denials.set(denied, { speaker, id });
    } else before.statements.push({ id, claim, words: plainWords(wordsOf(text, claim)) });
  }
  const used = new Set([...denials.values()].map(({ id }) => id));
  for (const denial of claimsOf(ordered, 'statement')) {
    const speaker = attribution(denial.claim);
    if (denial.claim.stance !== 'deny' || !speaker || used.has(denial.id)) continue;
    for (const denied of toldBehind(text, ordered, before, denial.claim))
      denials.set(denied, { speaker, id: denial.id });
  }
  return denials;
}

function rememberDeed({ deeds }: Before, id: string, claim: Deed): void {
  const key = partiesKey(claim);
  if (key) deeds.set(key, [...(deeds.get(key) ?? []), { id, claim }].slice(-REMEMBERED));
}

function deniedIn(text: string, ordered: Identified[], before: Before, id: string, denial: FoundStatement): string[] {
  const pointing = pointedAt(text, denial);
  if (pointing !== null) return deniedBefore(ordered, before, denial, pointing);
  const inside = denial.content
    .flatMap(span => claimsWithin(ordered, span))
    .filter(other => other.id !== id && other.claim.kind !== 'judgement');
  return [...inside.map(other => other.id), ...toldBefore(text, inside, before, denial)];
}

/** Words that stand for all that was said before. */
const PRONOUN = /^(?:it|this|that|so|them)$/i;
/** So many words may stand before the noun that points back: "any such grave allegation". */
const WORDS_BEFORE_NOUN = 3;

/** The words beside the one that points back: none in "the allegation"; `null` where the content speaks for itself. */
function pointedAt(text: string, denial: FoundStatement): Set<string> | null {
  const content = wordsOf(text, denial);
  const words = content.split(/\s+/);
  if (PRONOUN.test(content)) return new Set();
  const noun = words.slice(0, WORDS_BEFORE_NOUN + 1).findIndex(word => pointsBack(word));
  if (noun < 0) return null;
  const beside = words.slice(noun + 1);
  const isPhrase = beside.length === 0 || /^(?:of|in|for|against|by|about|from|on|over|as|to|with)$/i.test(beside[0]!);
  // "the accusation as groundless": how it is denied, not what.
  if (/^as$/i.test(beside[0] ?? '')) return new Set();
  return isPhrase ? plainWords(beside.join(' ')) : null;
}

function pointsBack(word: string): boolean {
  const noun = word.toLowerCase().replace(/[.,;]$/, '');
  return deniedThings().has(noun) || (noun.endsWith('s') && deniedThings().has(noun.slice(0, -1)));
}

function deniedBefore(
  ordered: Identified[],
  { statements }: Before,
  denial: FoundStatement,
  pointing: Set<string>,
): string[] {
  const said = statements
    .slice(-LOOKED_BACK)
    .findLast(
      ({ claim, words }) =>
        claim.start < denial.start &&
        denial.start - claim.start < DENIAL_REACH &&
        !sameSpeaker(claim, denial) &&
        (pointing.size === 0 || shared(pointing, words) > 0),
    );
  if (!said) return [];
  return [said.id, ...ownDeeds(ordered, said.claim, denial.speaker?.country ?? null)];
}

/** The nearest earlier tellings of what a denial spells out: of each deed in it, and of its words by another speaker. */
function toldBefore(text: string, inside: Identified[], before: Before, denial: FoundStatement): string[] {
  const told: string[] = [];
  for (const { claim } of inside) {
    if (claim.kind !== 'action') continue;
    const key = partiesKey(claim);
    const same =
      key &&
      before.deeds.get(key)?.findLast(other => other.claim.end <= denial.start && isSame(text, other.claim, claim));
    if (same) told.push(same.id);
  }
  const words = plainWords(wordsOf(text, denial));
  const said =
    words.size >= FEWEST_WORDS &&
    before.statements
      .slice(-LOOKED_BACK)
      .findLast(
        ({ claim, words: other }) =>
          (claim.end <= denial.start || sameContent(claim, denial)) &&
          !sameSpeaker(claim, denial) &&
          other.size >= FEWEST_WORDS &&
          shared(words, other) * Math.min(words.size, other.size) >= SAME_WORDS * words.size,
      );
  return said ? [...told, said.id] : told;
}

/** A denial that the text gives before what it denies: the next accusation of another speaker in the same words. */
function toldBehind(text: string, ordered: Identified[], { statements }: Before, denial: FoundStatement): string[] {
  const words = plainWords(wordsOf(text, denial));
  if (words.size === 0) return [];
  const first = firstNotBefore(statements, ({ claim }) => claim.start < denial.end);
  const accusation = statements
    .slice(first, first + LOOKED_AHEAD)
    .find(
      ({ claim, words: other }) =>
        claim.stance === 'accuse' &&
        claim.start - denial.end < DENIAL_REACH &&
        !sameSpeaker(claim, denial) &&
        shared(words, other) * Math.min(words.size, other.size) >= SAME_WORDS * words.size,
    );
  if (!accusation) return [];
  const denier = denial.speaker?.country ?? null;
  return [accusation.id, ...ownDeeds(ordered, accusation.claim, denier)];
}

/** The deeds of a country that a statement tells of. */
function ownDeeds(ordered: Identified[], { content }: FoundStatement, country: string | null): string[] {
  return content
    .flatMap(span => claimsWithin(ordered, span))
    .filter(({ claim }) => claim.kind === 'action' && (country === null || claim.source.includes(country)))
    .map(({ id }) => id);
}

/** Weighty words without names: that two statements speak of the same countries does not make them one. */
function plainWords(words: string): Set<string> {
  const plain = words.replace(/\p{Lu}[\p{L}\p{N}'’-]*/gu, ' ');
  return weightyWords(plain, [{ start: 0, end: plain.length }]);
}

function wordsOf(text: string, { content }: FoundStatement): string {
  return content.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** "the tanker was hit, Kyiv says, which Tehran denies": both speak of the very same words. */
function sameContent(one: FoundStatement, other: FoundStatement): boolean {
  return one.content[0]?.start === other.content[0]?.start && one.content.at(-1)?.end === other.content.at(-1)?.end;
}

/** A denial may spell out the deed ("denied that it had struck") or say that it was not done ("did not strike"). */
function isSame(text: string, one: Deed, other: Deed): boolean {
  return !one.negated && stem(text, one) === stem(text, other) && !otherTime(one, other);
}

function sameSpeaker(a: FoundStatement, b: FoundStatement): boolean {
  if (!a.speaker || !b.speaker) return false;
  if (a.speaker.country !== null && b.speaker.country !== null) return a.speaker.country === b.speaker.country;
  return a.speaker.name === b.speaker.name;
}

/** The speaker of a statement as the one who asserts what it says; `null` where nobody is named. */
export function attribution({ speaker }: FoundStatement): Attribution | null {
  if (!speaker) return null;
  return { name: speaker.name, country: speaker.country, start: speaker.start, end: speaker.end };
}

/** The claims that lie in a span, of claims in the order of the text; found by halves. */
export function claimsWithin(ordered: Identified[], { start, end }: Span): Identified[] {
  const first = firstNotBefore(ordered, one => one.claim.start < start);
  const within: Identified[] = [];
  for (let at = first; at < ordered.length && ordered[at]!.claim.start < end; at++)
    if (ordered[at]!.claim.end <= end) within.push(ordered[at]!);
  return within;
}
