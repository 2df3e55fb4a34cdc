import { grouped } from '../../grouped.js';
import { knownList } from '../../knowledge.js';
import type { Token } from '../../language/sentence.js';

/** What a verb says of an office: somebody comes to it, leaves it, holds it. */
export type ChangeKind = 'begin' | 'end' | 'hold';

/** A phrase of data/office-verbs.yaml. */
export interface OfficePhrase {
  words: string[];
  kind: ChangeKind;
  /** The verb says it all: "took office", "resigned". */
  whole: boolean;
  /** The verb says it all of whoever does it to a country: "has led Italy since 2022". */
  ofCountry: boolean;
  /** Only where the verb is in the passive: "was elected". */
  passive: boolean;
  /** Only with a word of time: "has ruled since 1994". */
  timed: boolean;
}

interface OfficeVerbs {
  begin: Record<string, string[]>;
  end: Record<string, string[]>;
  hold: Record<string, string[]>;
  succession: string[];
  power: string[];
  nouns: Record<string, string>;
  titles: string[];
}

let known: OfficeVerbs | null = null;
let phrases: OfficePhrase[] | null = null;
let titles: string[][] | null = null;
let titlesByWord: Map<string, string[][]> | null = null;
let phrasesByWord: Map<string, OfficePhrase[]> | null = null;

/** All phrases, the longest first, so that "step down as" comes before "step down". */
function officePhrases(): OfficePhrase[] {
  phrases ??= (['begin', 'end', 'hold'] as const)
    .flatMap(kind =>
      Object.entries(knowledge()[kind]).flatMap(([way, list]) =>
        list.map(phrase => ({
          words: phrase.split(' '),
          kind,
          whole: way.includes('whole'),
          ofCountry: way.includes('country'),
          passive: way.includes('passive'),
          timed: way.includes('timed'),
        })),
      ),
    )
    .sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** Verbs by which one holder follows another: "replaced X as Y". */
export function isSuccession(lemma: string): boolean {
  return knowledge().succession.includes(lemma);
}

/** Words that stand for an office nobody names: "power", "office". */
export function isPower(form: string): boolean {
  return knowledge().power.includes(form);
}

/** The office that begins at a token, with one past its last token: "prime minister", "the presidency". */
export function titleAt(tokens: Token[], at: number): { office: string; end: number } | null {
  const noun = knowledge().nouns[tokens[at]!.form.toLowerCase()];
  if (noun) return { office: noun, end: at + 1 };
  for (const title of titlesFrom(tokens[at]!)) {
    const end = phraseEnd(tokens, at, title);
    if (end !== null) return { office: title.join(' ').replaceAll(' - ', '-'), end };
  }
  return null;
}

/** The office among the words of a stretch of text: "President Hosni Mubarak". */
export function titleIn(text: string): string | null {
  const words = ` ${text.toLowerCase()} `;
  const title = knownTitles().find(parts => words.includes(` ${parts.join(' ').replaceAll(' - ', '-')} `));
  return title ? title.join(' ').replaceAll(' - ', '-') : null;
}

/** One past the last token of a phrase that stands at a token, by form or dictionary form; `null` where it does not. */
export function phraseEnd(tokens: Token[], at: number, words: string[]): number | null {
  const fits = words.every((word, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && (token.lemma.toLowerCase() === word || token.form.toLowerCase() === word);
  });
  return fits ? at + words.length : null;
}

/** Phrases that begin with a token, the longest first. */
export function officePhrasesFrom(token: Token): OfficePhrase[] {
  phrasesByWord ??= grouped(officePhrases(), ({ words }) => words[0]!);
  return byWord(phrasesByWord, token);
}

function titlesFrom(token: Token): string[][] {
  titlesByWord ??= grouped(knownTitles(), title => title[0]!);
  return byWord(titlesByWord, token);
}

function byWord<T>(groups: Map<string, T[]>, { form, lemma }: Token): T[] {
  const [own, dictionary] = [form.toLowerCase(), lemma.toLowerCase()];
  const found = groups.get(own) ?? [];
  return own === dictionary ? found : [...found, ...(groups.get(dictionary) ?? [])];
}

function knownTitles(): string[][] {
  titles ??= knowledge()
    .titles.map(title => title.replaceAll('-', ' - ').split(' '))
    .sort((a, b) => b.length - a.length);
  return titles;
}

function knowledge(): OfficeVerbs {
  known ??= knownList<OfficeVerbs>('office-verbs.yaml');
  return known;
}
