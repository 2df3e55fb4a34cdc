/**
 * The frames: which words name which kind of deed, and where its doer and its counterpart stand. The knowledge is in
 * data/frames/, one file a PLOVER type, documented in docs/actions.md; this file only reads it and indexes it by word.
 */
import { knownList, knownTable } from '../../knowledge.js';
import { type Modality, PLOVER_TYPES, type PloverType } from '../../reading.js';

/** What a frame asks of a subject or object: any of these words or classes, or none of them. */
export interface NounCondition {
  wanted: boolean;
  words: Set<string>;
  classes: NounClass[];
}

/** A class of nouns from data/frames/classes.yaml. */
export interface NounClass {
  name: string;
  words: Set<string>;
  endings: string[];
  mentions: Set<'state' | 'organisation' | 'place'>;
}

/** One row of a file of data/frames/. */
export interface Frame {
  /** Type and row: `ASSAULT-12`. */
  id: string;
  type: PloverType;
  words: string[];
  pos: 'verb' | 'noun' | 'phrase';
  subject: NounCondition | null;
  object: NounCondition | null;
  /** Further conditions: prepositions that must follow, or tests by name (see conditions.ts). */
  tests: string[];
  /** All parties do it to one another. */
  mutual: boolean;
  /** The doer is an agent named after the deed, or nobody: "three died in a raid by". */
  agentOnly: boolean;
  /** Where the doer stands, where it is not the subject: `obj` for a guest whom the host receives. */
  source: string[];
  /** Where the counterpart stands, first choice first: `obj`, `iobj`, `self`, `place`, or a preposition. */
  target: string[];
  /** What is agreed, asked, refused or threatened is read from the complement. */
  ofComplement: boolean;
  /** The complement is an act that the object is accused of. */
  claims: boolean;
  ofType: PloverType | null;
  mode: string | null;
  /** How a deed of this frame stands when nothing else is said: an offer is `proposed`. */
  modality: Modality | null;
  example: string;
  /** Parties of the example: `GBR>RUS`, `IND~PAK` where mutual, `CHN<RUS` for a host. */
  pair: string;
}

/** One wording of a frame. */
export interface Wording {
  frame: Frame;
  /** Lemmas or forms in order; `...` leaves room. */
  pattern: string[];
  /** "be furious": an adjective or noun with a copula. */
  copular: boolean;
  /** "not tolerate": the negation is part of the wording. */
  negated: boolean;
}

/** A row of data/frames/contents.csv. */
export interface Content {
  type: PloverType;
  nouns: NounCondition;
}

/** All frames, in the order of the files. */
export function frames(): Frame[] {
  return knowledge().frames;
}

/** The wordings that begin with this word. */
export function wordingsOf(pos: 'verb' | 'noun', word: string): Wording[] {
  return knowledge()[pos].get(word) ?? NONE;
}

/** How a governing word leaves the deed under it: `reporting`, `announced`, `denied` ... or `null`. */
export function statusesOf(pos: 'verb' | 'noun', words: string): readonly string[] {
  return knowledge().governors.get(`${pos}:${words}`) ?? NO_STATUS;
}

/** What nouns tell about the content of a promise or request, first row first. */
export function contents(): Content[] {
  return knowledge().contents;
}

/** Words that show a sentence to be about sport, markets, weather or the arts. */
export function otherSubjects(): Set<string> {
  return knowledge().otherSubjects;
}

/** Whether a noun stands for states that nobody names: "European allies", "the West". */
export function isNamelessGroup(noun: { lemma: string; xpos: string }): boolean {
  const { nameless, namelessPlural } = knowledge();
  const lemma = noun.lemma.toLowerCase();
  return nameless.has(lemma) || (/^NNP?S$/.test(noun.xpos) && namelessPlural.has(lemma));
}

/** Whether a form is the past tense of an irregular verb that frames know: "tore", "cut". */
export function isIrregularPast(form: string): boolean {
  return knowledge().irregularPasts.has(form.toLowerCase());
}

const NONE: Wording[] = [];
const NO_STATUS: readonly string[] = [];

interface Knowledge {
  frames: Frame[];
  verb: Map<string, Wording[]>;
  noun: Map<string, Wording[]>;
  governors: Map<string, string[]>;
  contents: Content[];
  otherSubjects: Set<string>;
  irregularPasts: Set<string>;
  nameless: Set<string>;
  namelessPlural: Set<string>;
}

let loaded: Knowledge | null = null;

function knowledge(): Knowledge {
  loaded ??= load();
  return loaded;
}

function load(): Knowledge {
  const classes = readClasses();
  const all = PLOVER_TYPES.flatMap(type =>
    knownTable(`frames/${type.toLowerCase()}.csv`).map((row, number) => frameOf(type, number + 1, row, classes)),
  );
  const irregular = new Map(knownTable('frames/irregular.csv').map(row => [row.verb!, [row.past!, row.participle!]]));
  const verb = new Map<string, Wording[]>();
  const noun = new Map<string, Wording[]>();
  for (const frame of all) {
    // The treebank splits at hyphens: "build-up" is three words there.
    const hyphened = frame.words.filter(words => words.includes('-')).map(words => words.replaceAll('-', ' - '));
    for (const words of [...frame.words, ...hyphened]) {
      const wording = wordingOf(frame, words);
      const index = frame.pos === 'verb' ? verb : noun;
      const first = wording.pattern[0]!;
      // Inflected forms too: the lemma of a rare verb is often wrong ("freed" has been read as "fre").
      const forms =
        frame.pos === 'verb' && !wording.copular
          ? [...new Set([...inflections(first), ...(irregular.get(first) ?? [])])]
          : nounForms(wording, first);
      for (const form of forms) index.set(form, [...(index.get(form) ?? []), wording]);
    }
  }
  const governors = new Map<string, string[]>();
  for (const row of knownTable('frames/governors.csv')) {
    for (const words of listOf(row.words)) {
      const key = `${row.pos}:${words}`;
      governors.set(key, [...(governors.get(key) ?? []), row.status!]);
    }
  }
  const cues = knownList<Record<'not-deeds' | 'nameless' | 'nameless-plural', string[]>>('frames/cues.yaml');
  return {
    frames: all,
    verb,
    noun,
    governors,
    contents: knownTable('frames/contents.csv').flatMap(row => {
      const [type, nouns] = [plover(row.type), conditionOf(row.words, classes)];
      return type && nouns ? [{ type, nouns }] : [];
    }),
    otherSubjects: new Set(cues['not-deeds']),
    nameless: new Set(cues.nameless.map(noun => noun.toLowerCase())),
    namelessPlural: new Set(cues['nameless-plural'].map(noun => noun.toLowerCase())),
    irregularPasts: new Set([...irregular.values()].map(forms => forms[0]!)),
  };
}

function frameOf(
  type: PloverType,
  number: number,
  row: Record<string, string>,
  classes: Map<string, NounClass>,
): Frame {
  const [ofFirst, ofSecond] = listOf(row.of);
  return {
    id: `${type}-${number}`,
    type,
    words: listOf(row.words),
    pos: row.pos === 'v' ? 'verb' : row.pos === 'n' ? 'noun' : 'phrase',
    subject: conditionOf(row.subject, classes),
    object: conditionOf(row.object, classes),
    tests: wordsOf(row.with),
    mutual: row.source?.startsWith('mutual') ?? false,
    agentOnly: row.source === 'agent',
    source: row.source === 'agent' || row.source?.startsWith('mutual') ? [] : wordsOf(row.source),
    target: wordsOf(row.target),
    ofComplement: ofFirst === 'comp',
    claims: ofFirst === 'claim',
    ofType: plover(ofFirst) ?? plover(ofSecond),
    mode: row.mode || null,
    modality: (row.modality as Modality | undefined) || null,
    example: row.example ?? '',
    pair: row.pair ?? '',
  };
}

function wordingOf(frame: Frame, words: string): Wording {
  let pattern = words.toLowerCase().split(' ');
  const negated = pattern[0] === 'not' || pattern[0] === 'never';
  if (negated) pattern = pattern.slice(1);
  const copular = pattern[0] === 'be' && pattern.length > 1;
  if (copular) pattern = pattern.slice(1);
  return { frame, pattern, copular, negated };
}

/** "Riots" at the head of a sentence is taken for a name, and keeps its plural. */
function nounForms({ pattern }: Wording, first: string): string[] {
  return pattern.length === 1 && !first.endsWith('s') ? [first, `${first}s`] : [first];
}

/** The regular forms of a verb: "free", "frees", "freed", "freeing". */
export function inflections(verb: string): string[] {
  const [, begin, last] = /^(.*)(.)$/.exec(verb)!;
  if (last === 'e') return [verb, `${verb}s`, `${verb}d`, `${/(ee|oe|ye)$/.test(verb) ? verb : begin}ing`];
  if (last === 'y' && !/[aeiou]y$/.test(verb)) return [verb, `${begin}ies`, `${begin}ied`, `${verb}ing`];
  const forms = [verb, /(s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`];
  return /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? [...forms, `${verb}${last}ed`, `${verb}${last}ing`] : forms;
}

function conditionOf(cell: string | undefined, classes: Map<string, NounClass>): NounCondition | null {
  if (!cell) return null;
  const wanted = !cell.startsWith('!');
  const parts = listOf(wanted ? cell : cell.slice(1));
  const named = parts.filter(part => part.startsWith('@')).map(part => part.slice(1));
  for (const name of named) if (!classes.has(name)) throw new Error(`data/frames: no class "@${name}" in classes.yaml`);
  return {
    wanted,
    words: new Set(parts.filter(part => !part.startsWith('@'))),
    classes: named.map(name => classes.get(name)!),
  };
}

interface ClassRow {
  words?: string[];
  includes?: string[];
  endings?: string[];
  mentions?: 'state' | 'organisation' | 'place';
}

function readClasses(): Map<string, NounClass> {
  const rows = knownList<Record<string, ClassRow>>('frames/classes.yaml');
  const more = new Map(knownTable('frames/nouns.csv').map(row => [row.class!, listOf(row.words)]));
  for (const name of more.keys()) if (!rows[name]) throw new Error(`data/frames/nouns.csv: no class "${name}"`);
  const made = new Map<string, NounClass>();
  const make = (name: string): NounClass => {
    const known = made.get(name);
    if (known) return known;
    const row = rows[name];
    if (!row) throw new Error(`data/frames/classes.yaml: "${name}" is included but not there`);
    const own: NounClass = {
      name,
      words: new Set([...(row.words ?? []), ...(more.get(name) ?? [])]),
      endings: [...(row.endings ?? [])],
      mentions: new Set(row.mentions ? [row.mentions] : []),
    };
    made.set(name, own);
    for (const included of (row.includes ?? []).map(make)) {
      for (const word of included.words) own.words.add(word);
      for (const mention of included.mentions) own.mentions.add(mention);
      own.endings.push(...included.endings);
    }
    return own;
  };
  for (const name of Object.keys(rows)) make(name);
  return made;
}

function plover(word: string | undefined): PloverType | null {
  return PLOVER_TYPES.find(type => type === word) ?? null;
}

function listOf(cell: string | undefined): string[] {
  return cell ? cell.split(';').map(part => part.trim()) : [];
}

function wordsOf(cell: string | undefined): string[] {
  return cell ? cell.split(' ') : [];
}
