import { createHash } from 'node:crypto';
import type { Attribution, Claim, ClaimLink, FigureClaim, Found, Span, StatementClaim } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';

/** Digits of a claim's id: among a million claims two share an id with odds of one in five hundred million. */
const ID_LENGTH = 16;

/** How far back a denial reaches when it names what it denies only by a word such as "the allegation". */
const DENIAL_REACH = 600;

type FoundStatement = Found<StatementClaim>;

/**
 * Makes claims of what the readers found, for all kinds alike:
 *
 * 1. document order, each thing once;
 * 2. ids that stay the same for the same text and reader;
 * 3. who asserts each claim: the speaker of the innermost statement that holds it, else the author;
 * 4. who denies it;
 * 5. how claims hang together: a restated amount, a denial, a repetition.
 */
export function assembleClaims(page: AnnotatedArticle, found: Found<Claim>[]): Claim[] {
  const ordered = withIds(page.article.sha256, [...found].sort(byPlace));
  const statements = ordered.map(({ claim }) => claim).filter(claim => claim.kind === 'statement');
  const denials = deniedBy(page.article.text, ordered);
  const links = linksOf(page.article.text, ordered, denials);
  return ordered.map(
    ({ id, claim }) =>
      ({
        ...claim,
        id,
        by: assertedBy(claim, statements),
        denied_by: denials.get(id)?.speaker ?? null,
        links: links.get(id) ?? [],
      }) as Claim,
  );
}

interface Identified {
  id: string;
  claim: Found<Claim>;
}

/** The denial that denies a claim: who speaks it, and its id. */
interface Denial {
  speaker: Attribution;
  id: string;
}

/** Where two claims start together the longer one comes first, as the sentence before its parts. */
function byPlace(a: Found<Claim>, b: Found<Claim>): number {
  return a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
}

function withIds(sha256: string, claims: Found<Claim>[]): Identified[] {
  const seen = new Set<string>();
  return claims
    .map(claim => ({ id: idOf(sha256, claim), claim }))
    .filter(({ id }) => !seen.has(id) && Boolean(seen.add(id)));
}

/** Hash of text, kind, place and content. Confidence stays out: calibrating it anew must not rename a claim. */
function idOf(sha256: string, { confidence: _, ...content }: Found<Claim>): string {
  return createHash('sha256')
    .update(`${sha256} ${canonical(content)}`)
    .digest('hex')
    .slice(0, ID_LENGTH);
}

/** JSON with sorted keys, so that the order in which a reader fills its fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The speaker of the innermost statement whose content holds the claim. Who denies a thing does not assert it. */
function assertedBy(claim: Found<Claim>, statements: FoundStatement[]): Attribution | 'author' {
  let innermost: { length: number; speaker: Attribution } | null = null;
  for (const statement of statements) {
    const speaker = attribution(statement);
    if (!speaker || statement.stance === 'deny' || statement === claim) continue;
    const length = lengthOf(statement.content);
    if (holds(statement.content, claim) && (!innermost || length < innermost.length)) innermost = { length, speaker };
  }
  return innermost?.speaker ?? 'author';
}

/**
 * For each denied claim, its denial. A denial denies what stands in its content; where the content only points back
 * ("an allegation", "it"), it denies the last statement of another speaker before it and what that one holds.
 */
function deniedBy(text: string, ordered: Identified[]): Map<string, Denial> {
  const denials = new Map<string, Denial>();
  for (const { id, claim } of ordered) {
    if (claim.kind !== 'statement' || claim.stance !== 'deny') continue;
    const speaker = attribution(claim);
    if (!speaker) continue;
    const denied = pointsBack(text, claim) ? deniedBefore(ordered, claim) : claim.content;
    for (const other of ordered) {
      if (other.claim === claim || other.claim.kind === 'judgement') continue;
      const within =
        denied === claim.content
          ? holds(denied, other.claim)
          : other.claim.end <= claim.end && holds(denied, other.claim);
      if (within) denials.set(other.id, { speaker, id });
    }
  }
  return denials;
}

/** Words by which a denial points back to what was said before it. */
const POINTING_BACK =
  /^(?:that |of )?(?:an?|the|this|that|these|those|such|any|all|its?|his|her|their)? ?(?:\w+ ){0,2}(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|involvement|responsibility|wrongdoing|it|this|that|so|them)\b/i;

function pointsBack(text: string, denial: FoundStatement): boolean {
  const content = denial.content.map(span => text.slice(span.start, span.end)).join(' ');
  return content === '' || (content.length < 60 && POINTING_BACK.test(content));
}

function deniedBefore(ordered: Identified[], denial: FoundStatement): Span[] {
  const before = ordered
    .map(({ claim }) => claim)
    .filter(claim => claim.kind === 'statement')
    .filter(
      statement =>
        statement !== denial &&
        statement.stance !== 'deny' &&
        statement.start < denial.start &&
        denial.start - statement.start < DENIAL_REACH &&
        !sameSpeaker(statement, denial),
    )
    .at(-1);
  return before ? [{ start: before.start, end: before.end }] : [];
}

function sameSpeaker(a: FoundStatement, b: FoundStatement): boolean {
  if (!a.speaker || !b.speaker) return false;
  if (a.speaker.country !== null && b.speaker.country !== null) return a.speaker.country === b.speaker.country;
  return a.speaker.name === b.speaker.name;
}

function linksOf(text: string, ordered: Identified[], denials: Map<string, Denial>): Map<string, ClaimLink[]> {
  const links = new Map<string, ClaimLink[]>();
  const link = (from: string, type: ClaimLink['type'], to: string): void => {
    links.set(from, [...(links.get(from) ?? []), { type, claim: to }]);
  };
  for (const [denied, denial] of denials) link(denial.id, 'denies', denied);
  linkConversions(text, ordered, link);
  linkRepetitions(ordered, link);
  return links;
}

type Linker = (from: string, type: ClaimLink['type'], to: string) => void;

/** A money figure that opens a bracket right behind another restates it: "1.28 trillion yuan (£153 billion)". */
function linkConversions(text: string, ordered: Identified[], link: Linker): void {
  let before: { id: string; figure: Found<FigureClaim> } | null = null;
  for (const { id, claim } of ordered) {
    if (claim.kind !== 'figure' || !isMoney(claim.unit)) continue;
    if (before && before.figure.unit !== claim.unit && restates(text.slice(before.figure.end, claim.start))) {
      link(id, 'converts', before.id);
    }
    before = { id, figure: claim };
  }
}

/** What may stand between an amount and its restatement: the opening bracket and a word of caution. */
function restates(between: string): boolean {
  return /^\s?[([]\s?(?:or |about |around |roughly |some |nearly |almost |over |approximately |equal to |equivalent to |~|≈)*$/.test(
    between,
  );
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** The same thing said again links back to where it was said first. */
function linkRepetitions(ordered: Identified[], link: Linker): void {
  const first = new Map<string, string>();
  for (const { id, claim } of ordered) {
    const content = whatItSays(claim);
    if (content === null) continue;
    const earlier = first.get(content);
    if (earlier === undefined) first.set(content, id);
    else link(id, 'repeats', earlier);
  }
}

/** What a claim says, without where it says so; `null` for kinds that do not repeat in a way that can be told. */
function whatItSays(claim: Found<Claim>): string | null {
  switch (claim.kind) {
    case 'figure':
      return canonical([claim.kind, claim.value, claim.unit, claim.range, claim.change, claim.period, claim.subject]);
    case 'address':
      return canonical([claim.kind, claim.speaker, claim.addressee, claim.term.toLowerCase()]);
    case 'office':
      return canonical([claim.kind, claim.person, claim.office, claim.country, claim.from, claim.to]);
    default:
      return null;
  }
}

function attribution({ speaker }: FoundStatement): Attribution | null {
  if (!speaker) return null;
  return { name: speaker.name, country: speaker.country, start: speaker.start, end: speaker.end };
}

function holds(content: Span[], claim: Span): boolean {
  return content.some(span => span.start <= claim.start && claim.end <= span.end);
}

function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
