/** What is counted: the noun behind a number, what "N times" counts, and what a bare number takes from its neighbours. */
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

export interface Counted {
  /** One past the last piece of the noun phrase. */
  end: number;
  unit: string;
  lemma: string;
}

const LONGEST_NOUN_PHRASE = 9;

/** The noun that a number at `from` counts: "140 Chinese firms", "33 of the poorest countries", "33 other members". */
export function countedAt(pieces: Piece[], from: number): Counted | null {
  let at = from;
  if (pieces[at]?.lower === 'of' && isDeterminer(pieces[at + 1])) at += 2;
  // "212 of the 672 howitzers": the noun belongs to the second number.
  if (at > from && pieces[at]?.kind === 'number') return null;
  const end = nounPhraseEnd(pieces, at);
  if (end === null) return null;
  const head = pieces[end - 1]!;
  const lemma = singular(head);
  // "57 heads of state", "12 members of parliament".
  const whole = pieces[end]?.lower === 'of' ? `${lemma} of ${pieces[end + 1]?.lower}` : '';
  if (figureVocabulary().persons.has(whole)) return { end: end + 2, lemma: whole, unit: 'person' };
  return { end, lemma, unit: labelOf(head, lemma, pieces, from) };
}

/** The label of a counted noun: person, country, meeting ... or the noun itself. */
function labelOf(head: Piece, lemma: string, pieces: Piece[], from: number): string {
  const { persons, labels } = figureVocabulary();
  const at = pieces.indexOf(head);
  const before = at > from ? pieces[at - 1]! : null;
  if (lemma === 'time') return 'times';
  // "24 crew members" are people, "193 members" and "five council members" states.
  if (lemma === 'member' && before?.token?.upos === 'NOUN' && /^\p{Ll}/u.test(before.text) && at > from) {
    return before.lower === 'council' ? 'country' : 'person';
  }
  // "ten Sukhoi fighters", "12 F-16 fighters"
  if (lemma === 'fighter' && isAircraft(pieces, from, at)) return 'aircraft';
  if (lemma === '' && before?.kind === 'number') return designationLabel(pieces, at);
  const joined =
    before?.text === '-' && at > from + 1 ? `${pieces[at - 2]!.lower}-${lemma}` : `${before?.lower ?? ''} ${lemma}`;
  const exact = labels.get(joined) ?? labels.get(lemma);
  if (exact) return exact;
  if ([lemma, head.lower, joined].some(word => persons.has(word))) return 'person';
  return lemma;
}

/** A designation or the name of a builder before the noun. */
function isAircraft(pieces: Piece[], from: number, at: number): boolean {
  const { designations, builders } = figureVocabulary();
  return pieces
    .slice(from, at)
    .some(
      ({ lower }, step, before) =>
        builders.has(lower) ||
        (designations.get(lower) === 'aircraft' && before.slice(step + 1).some(({ kind }) => kind === 'number')),
    );
}

/** "88 F-35s": what its letters stand for, else the designation itself. */
function designationLabel(pieces: Piece[], end: number): string {
  const letters = pieces[end - (pieces[end - 2]?.text === '-' ? 3 : 2)]!;
  const name = pieces.slice(pieces.indexOf(letters), end).map(({ text }) => text);
  return figureVocabulary().designations.get(letters.lower) ?? name.join('');
}

/** One past the plural noun that ends the phrase beginning at a piece, or `null` where there is none. */
function nounPhraseEnd(pieces: Piece[], from: number): number | null {
  const { units } = figureVocabulary();
  let last: number | null = null;
  for (let at = from; at < Math.min(pieces.length, from + LONGEST_NOUN_PHRASE); at += 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'sign') {
      if (piece.text === '-' && !piece.spaced && pieces[at + 1] && !pieces[at + 1]!.spaced && at > from) continue;
      break;
    }
    if (piece.kind === 'number') {
      if (!piece.spaced || pieces[at + 1]?.kind === 'word') continue;
      break;
    }
    const tag = piece.token?.upos;
    const hyphened =
      (pieces[at + 1]?.text === '-' && !pieces[at + 1]!.spaced && pieces[at + 2]?.spaced === false) ||
      (!piece.spaced && pieces[at - 1]?.text === '-');
    if (hyphened && !isPluralNoun(piece)) {
      if (last !== null) break;
      continue;
    }
    if (isPeopleOfState(piece, pieces[at + 1]) || isDead(piece, pieces[at + 1])) {
      last = at;
      break;
    }
    // "ten Europeans minutes after Brussels": how long, not what.
    if (last !== null && units.get(piece.lower)?.kind === 'time') break;
    // "150 included six governors": the number is the subject, not the head's attribute.
    if (tag === 'NUM' && at > from && pieces[at - 1]!.token?.upos === 'VERB') break;
    if ((isPluralNoun(piece) && !(tag === 'VERB' && last !== null)) || isObjectTakenForVerb(pieces, from, at)) {
      last = at;
      continue;
    }
    if (last !== null && (tag === 'VERB' || tag === 'AUX' || tag === 'ADP' || tag === 'ADJ' || tag === 'ADV')) break;
    if (
      tag === 'ADJ' ||
      tag === 'NOUN' ||
      tag === 'PROPN' ||
      tag === 'NUM' ||
      (tag === 'ADV' && /ly$/.test(piece.lower) && last === null) ||
      (tag === 'VERB' && /(?:ed|ing|en)$/.test(piece.lower) && last === null)
    )
      continue;
    break;
  }
  return last === null ? null : last + 1;
}

/** "makes 700,000 shells a year": behind a verb and a number a word in -s is a noun, whatever the tagger says. */
function isObjectTakenForVerb(pieces: Piece[], from: number, at: number): boolean {
  const { token, lower } = pieces[at]!;
  if (at !== from || token?.upos !== 'VERB' || !/[a-z]s$/.test(lower)) return false;
  return pieces[from - 1]?.kind === 'number' && pieces[from - 2]?.token?.upos === 'VERB';
}

const IRREGULAR: Record<string, string> = {
  people: 'people',
  men: 'man',
  women: 'woman',
  children: 'child',
  personnel: 'personnel',
  police: 'police',
  troops: 'troop',
  aircraft: 'aircraft',
  staff: 'staff',
  servicemen: 'serviceman',
  countries: 'country',
  bases: 'base',
};

function isPluralNoun(piece: Piece): boolean {
  // "18 Leopard 2s"
  if (piece.text === 's' && !piece.spaced) return true;
  if (piece.lower in IRREGULAR || /(?:[^s]men|women|people)$/.test(piece.lower)) return true;
  const { token } = piece;
  if (token?.xpos === 'NNS' || token?.xpos === 'NNPS') return true;
  if (token?.upos === 'VERB' && !/^\p{Lu}/u.test(piece.text)) return false;
  return (
    /[a-z]s$/.test(piece.text) &&
    !/(?:ss|us|is)$/.test(piece.text) &&
    token?.upos !== 'ADJ' &&
    token?.upos !== 'ADP' &&
    token?.upos !== 'AUX' &&
    token?.upos !== 'PRON' &&
    token?.upos !== 'ADV' &&
    token?.upos !== 'DET'
  );
}

/** "100,000 Portuguese have jobs": an adjective of nationality that no noun follows. */
function isPeopleOfState(piece: Piece, next: Piece | undefined): boolean {
  if (
    !/^\p{Lu}/u.test(piece.text) ||
    !/(?:ese|ch|sh|ss|[a-z])$/.test(piece.text) ||
    !figureVocabulary().persons.has(piece.lower)
  )
    return false;
  if (!next || next.kind === 'sign') return next?.text !== '-' && next?.text !== '’' && next?.text !== "'";
  return !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.token?.upos ?? '');
}

/** "2,350 dead": no noun follows. */
function isDead({ lower }: Piece, next: Piece | undefined): boolean {
  return lower === 'dead' && !/^(?:NOUN|PROPN|ADJ)$/.test(next?.token?.upos ?? '');
}

function singular({ lower, token }: Piece): string {
  const known = IRREGULAR[lower];
  if (known) return known;
  const lemma = token?.lemma.toLowerCase();
  if (lemma && lemma !== lower && lower.startsWith(lemma.slice(0, 3))) return lemma;
  if (/men$/.test(lower)) return `${lower.slice(0, -3)}man`;
  if (/ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(lower)) return lower.slice(0, -2);
  return lower.replace(/s$/, '');
}

function isDeterminer(piece: Piece | undefined): boolean {
  return /^(?:the|its|their|his|her|our|these|those|whose)$/.test(piece?.lower ?? '');
}

/** The label of the plural noun nearest before a piece, which "of them" stands for. */
export function countedBefore(pieces: Piece[], before: number): string | null {
  for (let at = before - 1; at >= 0; at -= 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'word' && piece.token?.xpos === 'NNS') return labelOf(piece, singular(piece), pieces, at);
  }
  return null;
}

/** What "N times" or "twice" counts, by the verbs of its sentence nearest before it (else after it): a meeting, a visit, a call. */
export function eventCounted(pieces: Piece[], at: number): string | null {
  const { events } = figureVocabulary();
  const labelAt = (index: number): string | null => {
    const { token, lower } = pieces[index]!;
    if (lower === 'been' && pieces[index + 1]?.lower === 'to') return events.get('be to') ?? null;
    const label = events.get(lower) ?? (token?.upos === 'VERB' ? events.get(token.lemma.toLowerCase()) : undefined);
    return label && label !== 'talk' ? label : null;
  };
  for (let index = at - 1; index >= Math.max(0, at - 25); index -= 1) {
    const label = labelAt(index);
    if (label) return label;
  }
  for (let index = at + 1; index < Math.min(pieces.length, at + 12); index += 1) {
    const label = labelAt(index);
    if (label) return label;
  }
  return null;
}
