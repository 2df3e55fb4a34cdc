/** The same thing said again links back to where it was said first; a quotation and its paraphrase as well. */
import type { Claim, Found, Span } from '../../reading.js';
import { type Deed, otherTime, partiesKey, REMEMBERED, sameTime, stem, takesUp } from './deeds.js';
import { canonical, claimsOf, type Identified, type Linker } from './linker.js';
import { shared, weightyWords } from './wording.js';

/** A paraphrase shares this part of the shorter one's weighty words. */
const PARAPHRASE = 0.6;
/** Statements with fewer weighty words are too thin to be told apart. */
const FEWEST_WORDS = 4;
/** So many earlier statements of a speaker are looked through, so that the work stays linear. */
const LOOKED_BACK = 40;

export function linkRepetitions(text: string, ordered: Identified[], link: Linker): void {
  linkSame(ordered, link);
  linkHeadline(ordered, link);
  linkDeeds(text, ordered, link);
  linkParaphrases(text, ordered, link);
}

function linkSame(ordered: Identified[], link: Linker): void {
  const first = new Map<string, string>();
  for (const { id, claim } of ordered) {
    const content = whatItSays(claim);
    if (content === null) continue;
    const earlier = first.get(content);
    if (earlier === undefined) first.set(content, id);
    else link(id, 'repeats', earlier);
  }
}

/** What a claim says, without where it says so; `null` for kinds that are compared in their own way. */
function whatItSays(claim: Found<Claim>): string | null {
  switch (claim.kind) {
    case 'figure':
      return canonical([
        claim.kind,
        claim.value,
        claim.unit,
        claim.range,
        claim.change,
        claim.period,
        claim.subject?.toLowerCase(),
      ]);
    case 'address':
      return canonical([claim.kind, claim.speaker, claim.addressee, claim.term.toLowerCase()]);
    case 'office':
      return canonical([claim.kind, claim.person, claim.office, claim.country, claim.from, claim.to]);
    case 'judgement':
    case 'action':
    case 'statement':
      return null;
  }
}

/** "met about 40 times": many deeds, of which none is told again. */
function isCounted(text: string, { trigger }: Deed): boolean {
  return /^\s(?:[\w,]+\s){0,5}(?:times|twice)\b/.test(text.slice(trigger.end, trigger.end + 60));
}

/** Inside one country there are many deeds of a kind in a month. */
function isBetweenStates({ source, target }: Deed): boolean {
  return new Set([...source, ...target]).size > 1;
}

/** A verdict of the text that gives the upper hand to the side the headline gives it to. */
function linkHeadline(ordered: Identified[], link: Linker): void {
  const verdicts = claimsOf(ordered, 'judgement').filter(({ claim }) => claim.favours && claim.form === 'verdict');
  const headline = verdicts.find(({ claim }) => claim.headline);
  if (!headline) return;
  for (const { id, claim } of verdicts) {
    if (id !== headline.id && claim.favours === headline.claim.favours) link(id, 'repeats', headline.id);
  }
}

/** "invaded" and "the invasion", "visited" and "his visit". */
function isAkin(text: string, one: Deed, other: Deed): boolean {
  return stem(text, one).slice(0, 4) === stem(text, other).slice(0, 4);
}

/** A deed told again: taken up by its noun, or the same kind of deed between the same parties in the same month. */
function linkDeeds(text: string, ordered: Identified[], link: Linker): void {
  const told = new Map<string, { id: string; claim: Deed }[]>();
  for (const deed of claimsOf(ordered, 'action')) {
    const { modality, negated } = deed.claim;
    const parties = partiesKey(deed.claim);
    if (!parties || isCounted(text, deed.claim)) continue;
    const key = `${parties} ${modality} ${negated}`;
    const earlier = told.get(key) ?? [];
    const same = earlier.find(
      ({ claim }) =>
        (sameTime(claim, deed.claim) && claim.mode === deed.claim.mode && isBetweenStates(deed.claim)) ||
        (takesUp(text, deed.claim) && isAkin(text, claim, deed.claim) && !otherTime(claim, deed.claim)),
    );
    if (same) link(deed.id, 'repeats', same.id);
    else if (earlier.length < REMEMBERED) told.set(key, [...earlier, deed]);
  }
}

function linkParaphrases(text: string, ordered: Identified[], link: Linker): void {
  const said = new Map<string, { id: string; end: number; words: Set<string>; numbers: string }[]>();
  for (const { id, claim } of claimsOf(ordered, 'statement')) {
    const speaker = claim.speaker?.person ?? claim.speaker?.country ?? claim.speaker?.name;
    const words = weightyWords(text, claim.content);
    if (!speaker || words.size < FEWEST_WORDS) continue;
    const earlier = said.get(speaker) ?? [];
    const numbers = numbersIn(text, claim.content);
    const same = earlier.find(
      other =>
        other.end <= claim.start &&
        shared(words, other.words) >= PARAPHRASE &&
        (!numbers || !other.numbers || numbers === other.numbers),
    );
    if (same) link(id, 'repeats', same.id);
    else said.set(speaker, [...earlier, { id, end: claim.end, words, numbers }].slice(-LOOKED_BACK));
  }
}

/** The digits of what is said: the same words with other numbers say another thing. */
function numbersIn(text: string, content: Span[]): string {
  return content.flatMap(({ start, end }) => text.slice(start, end).match(/\d[\d.,]*(?<=\d)/g) ?? []).join(' ');
}
