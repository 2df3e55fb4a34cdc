/** Who denies which claim: the claims in the content of a denial, or what was said before where it only points back. */
import type { Attribution, Found, Span, StatementClaim } from '../../reading.js';
import type { Identified } from './linker.js';

/** How far back a denial reaches when it names what it denies only by a word such as "the allegation". */
const DENIAL_REACH = 600;

type FoundStatement = Found<StatementClaim>;

/** The denial that denies a claim: who speaks it, and its id. */
export interface Denial {
  speaker: Attribution;
  id: string;
}

/**
 * For each denied claim, its denial. A denial denies what stands in its content; where the content only points back
 * ("an allegation", "it"), it denies the last statement of another speaker before it and what that one holds.
 */
export function deniedBy(text: string, ordered: Identified[]): Map<string, Denial> {
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

/** The speaker of a statement as the one who asserts what it says; `null` where nobody is named. */
export function attribution({ speaker }: FoundStatement): Attribution | null {
  if (!speaker) return null;
  return { name: speaker.name, country: speaker.country, start: speaker.start, end: speaker.end };
}

/** Whether a claim lies in one of the spans. */
export function holds(content: Span[], claim: Span): boolean {
  return content.some(span => span.start <= claim.start && claim.end <= span.end);
}
