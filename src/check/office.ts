/** Who came to which office, held it or left it when, held against the terms on record and the shipped list of office holders. */
import { knownList } from '../knowledge.js';
import type { Day, OfficeClaim } from '../reading.js';
import { beginningsOf, type Tenure, type Term, tenuresOf, termsOf } from '../record/tenures.js';
import { type CheckContext, mentionsIn, timesIn } from './context.js';
import type { Check } from './verdict.js';
import { dayWords } from './words.js';

/** The list gives some beginnings by the year alone and from general reference: nearer than this it contradicts nothing. */
const LIST_LEEWAY = 366 * 86_400_000;

/** What a claim says: of which office, which term of it, and what its date is of. */
interface Said {
  /** `null` where only power or a term is spoken of. */
  office: string | null;
  /** `third term`, in words. */
  term: string | null;
  isAgain: boolean;
  isElected: boolean;
  /** The words name another person too, or one still to come: whose office it is, is not sure. */
  isUnsure: boolean;
  kind: 'begin' | 'end' | 'during';
  /** The date as it is given: `2012`, `2013-03` or a day, and the days it spans. */
  date: string;
  from: Day;
  to: Day;
}

/**
 * Holds a claim against the terms of its person in its office. Who "became" something is held against the first of terms that
 * follow on each other; a later one counts where the words speak of a further term. What no term is about is "not in the
 * record".
 */
export function checkOffice(context: CheckContext, claim: OfficeClaim): Check {
  const said = saidBy(context, claim);
  if (!said) return checkUndated(context, claim);
  const rows = context.eventsOf('office');
  const tenures = tenuresOf(claim.person, said.office, claim.country, rows);
  if (tenures.length === 0) return unknown(claim, termsOf(claim.person, claim.country, rows));
  const right = rightOf(said, tenures);
  const refs = tenures.flatMap(({ terms }) => terms);
  const shown = right ?? nearestOf(said, tenures);
  const numbered = right && otherTerm(said, right);
  if (numbered)
    return answer(
      claim,
      'differs',
      right,
      refs,
      `${claim.person}, ${words(right, said)}; the article says ${said.term}.`,
    );
  const why = `${claim.person}, ${words(shown, said)}; the article says ${said.date}.`;
  if (right) return answer(claim, 'agrees', shown, refs, why);
  return contradicts(said, shown)
    ? answer(claim, 'differs', shown, refs, why)
    : answer(claim, 'not in the record', null, refs, `Nothing on record fits the date: ${why}`);
}

/** "Handed a third term": without a date, the term that runs when the article is written may be the one. */
function checkUndated(context: CheckContext, claim: OfficeClaim): Check {
  const [title, ...rest] = claim.office.split(', ');
  const term = [title!, ...rest].find(part => /\w+ term$/.test(part));
  const { published } = context;
  const running =
    term && published
      ? tenuresOf(claim.person, title === term ? null : title!, claim.country, context.eventsOf('office'))
          .flatMap(({ terms }) => terms)
          .find(
            ({ format, from, to }) => format?.includes(term) && from <= published && (to === null || to >= published),
          )
      : undefined;
  if (!running) return answer(claim, 'not checkable', null, [], 'The article gives no date for it.');
  const why = `${claim.person}, ${running.office} (${running.format}) ${daysWords(running)}.`;
  return answer(claim, 'agrees', running, [running], why);
}

/** The term that fits what is said, or `null`. */
function rightOf(said: Said, tenures: Tenure[]): Term | null {
  const fits = (day: Day | null) => day !== null && day >= said.from && day <= said.to;
  switch (said.kind) {
    case 'begin':
      return candidatesOf(said, tenures).find(term => fits(term.from)) ?? null;
    case 'end':
      return tenures.find(({ to }) => fits(to))?.terms.at(-1) ?? null;
    case 'during': {
      // A single day beside an office is mostly that of a deed: "the president said on Sunday".
      if (said.from === said.to) return null;
      const held = tenures.find(({ from, to }) => from <= said.to && (to === null || to >= said.from));
      return held?.terms[0] ?? null;
    }
  }
}

/** The terms whose beginnings the words can mean: the first of each tenure, or of further terms all, or the one they number. */
function candidatesOf({ term, isAgain }: Said, tenures: Tenure[]): Term[] {
  const all = tenures.flatMap(({ terms }) => terms);
  const numbered = term ? all.filter(({ format }) => format?.includes(term)) : [];
  if (numbered.length > 0) return numbered;
  return isAgain ? all : tenures.flatMap(beginningsOf);
}

/** The date fits a term that is on record as another one: the fifth where a seventh is told of. */
function otherTerm({ term, office, kind }: Said, right: Term): boolean {
  const numbers = right.format?.match(/\b\w+(?= term)/g) ?? [];
  return term !== null && office !== null && kind !== 'during' && numbers.length === 1 && !right.format!.includes(term);
}

/** The term that begins or ends nearest to what is said. */
function nearestOf(said: Said, tenures: Tenure[]): Term {
  const candidates =
    said.kind === 'end' ? tenures.flatMap(({ terms }) => terms.slice(-1)) : candidatesOf(said, tenures);
  return candidates.toSorted((one, other) => apart(said, one) - apart(said, other))[0]!;
}

/** Whether a term that does not fit says that the claim is wrong, and not only that the record may be short of one. */
function contradicts(said: Said, shown: Term): boolean {
  if (said.isUnsure || said.kind === 'during' || (said.office === null && said.term === null)) return false;
  if (said.term && !shown.format?.includes(said.term)) return false;
  if (said.kind === 'end' && shown.to === null) return false;
  if (said.isElected && said.to < shown.from) return false;
  return shown.row !== null || apart(said, shown) > LIST_LEEWAY;
}

/** How far the date is from a term's beginning, or its end, in milliseconds. */
function apart({ kind, from, to }: Said, term: Term): number {
  const days = kind === 'begin' ? [term.from] : kind === 'end' ? [term.to ?? '9999-12-31'] : [term.from, term.to ?? to];
  return Math.min(...days.flatMap(day => [from, to].map(end => Math.abs(Date.parse(day) - Date.parse(end)))));
}

function saidBy(context: CheckContext, claim: OfficeClaim): Said | null {
  const day = claim.from ?? claim.to;
  if (!day) return null;
  const time = timesIn(context, claim).find(
    ({ from, to }) => from !== null && to !== null && (claim.from ? from === day : to === day),
  );
  const text = ` ${context.text
    .slice(claim.start, claim.end)
    .toLowerCase()
    .replace(/[^\p{L}-]+/gu, ' ')} `;
  const has = (list: string[]) => list.some(cue => text.includes(` ${cue} `));
  const before = time ? context.text.slice(Math.max(claim.start, time.start - 16), time.start) : '';
  const [title, ...rest] = claim.office.split(', ');
  const term = [title!, ...rest].find(part => /\bterm$/.test(part)) ?? null;
  const office = title === term || cues().power.includes(title!) ? null : title!;
  const isBegun = has(cues().begun) || /\b(?:since|from)\s+\S*\s*$/i.test(before);
  return {
    office,
    term: term?.includes(' ') ? term : null,
    isAgain: (term !== null && !term.startsWith('first')) || has(cues().again),
    isElected: has(cues().elected),
    isUnsure:
      has(cues().coming) ||
      mentionsIn(context, claim).some(
        ({ kind, person }) => kind === 'name' && person !== null && person !== claim.person,
      ),
    kind: claim.from === null ? 'end' : isBegun ? 'begin' : 'during',
    date: time && /^\d{4}(?:-\d{2}){0,2}$/.test(time.value) ? time.value : day,
    from: time?.from ?? day,
    to: time?.to ?? day,
  };
}

function unknown(claim: OfficeClaim, others: Term[]): Check {
  const known = others.map(term => `${term.office} ${daysWords(term)}`).join('; ');
  return answer(
    claim,
    'not in the record',
    null,
    others,
    `No term of ${claim.person} as ${claim.office} is on record${known ? `; on record: ${known}` : ''}.`,
  );
}

function answer(claim: OfficeClaim, verdict: Check['verdict'], shown: Term | null, terms: Term[], why: string): Check {
  const isOfRow = shown?.row !== null;
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    verdict,
    found: shown && { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
    evidence: terms.map(({ ref }) => ref),
    why,
    confidence: shown ? (isOfRow ? 0.8 : 0.7) : 0.9,
  };
}

/** `president (first term) from 14 March 2013`. */
function words(term: Term, { kind, office }: Said): string {
  // The list has one name for a post that goes by others too: a chancellor is a prime minister in it.
  const title = term.row ? term.office : (office ?? term.office);
  const name = `${title}${term.format ? ` (${term.format})` : ''}`;
  if (kind === 'begin') return `${name} from ${dayWords(term.from)}`;
  return `${name} ${daysWords(term)}`;
}

function daysWords({ from, to }: Term): string {
  return to ? `from ${dayWords(from)} to ${dayWords(to)}` : `since ${dayWords(from)}`;
}

type Cue = 'power' | 'again' | 'elected' | 'coming' | 'begun';
let known: Record<Cue, string[]> | null = null;

function cues(): Record<Cue, string[]> {
  known ??= knownList<Record<Cue, string[]>>('check/offices.yaml');
  return known;
}
