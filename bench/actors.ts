/**
 * How many actors are found, and with the right country.
 *
 *   node .build/tools/bench/actors.js TRAINING_FOLDER [PHRASES.jsonl]
 *
 * TRAINING_FOLDER holds texts labelled with `mentions` (data/training); a mention counts as found when its span is
 * exact, and as right when its countries are right too. PHRASES.jsonl holds `{id, date, text, country}`: the first
 * country read in a phrase is compared. With `--misses N` the first N wrong items are printed. At the end stands how long
 * the actors of parsed sentences take, for some text and for twice as much, and for texts made to be slow.
 */
import { performance } from 'node:perf_hooks';
import { findMentions } from '../src/actors/mentions.js';
import { articleFromText } from '../src/article/article.js';
import { parseSentences } from '../src/language/parse.js';
import { isSameSet, linesIn, linesOf } from './labelled.js';

interface Labelled {
  id: string;
  date: string | null;
  text: string;
  country?: string | null;
  mentions?: { span: [number, number]; countries: string[]; kind: string }[];
}

const paths = process.argv.slice(2).filter(word => !word.startsWith('--') && !/^\d+$/.test(word));
const misses = Number(process.argv[process.argv.indexOf('--misses') + 1]) || 0;
let shown = 0;

const warmUp = performance.now();
mentionsOf({ id: 'warm-up', date: null, text: 'France met Germany.' });
console.log(`first text with all data loaded: ${(performance.now() - warmUp).toFixed(0)} ms`);
if (paths[0]) scoreMentions(linesIn(paths[0]));
if (paths[1]) scorePhrases(linesOf(paths[1]));
measureSpeed();

function scoreMentions(items: Labelled[]): void {
  let found = 0;
  let right = 0;
  let given = 0;
  let wanted = 0;
  const byKind = new Map<string, { wanted: number; found: number; right: number; given: number }>();
  const kindOf = (kind: string) =>
    byKind.get(kind) ?? byKind.set(kind, { wanted: 0, found: 0, right: 0, given: 0 }).get(kind)!;
  for (const item of items.filter(({ mentions }) => mentions)) {
    const own = mentionsOf(item);
    given += own.length;
    for (const mention of own) kindOf(mention.kind).given++;
    for (const label of item.mentions!) {
      wanted++;
      const count = kindOf(label.kind);
      count.wanted++;
      const hit = own.find(({ start, end }) => start === label.span[0] && end === label.span[1]);
      if (hit) found++;
      if (hit) count.found++;
      if (hit && isSameSet(hit.countries, label.countries)) {
        right++;
        count.right++;
      } else if (shown++ < misses) {
        console.log(
          `  ${item.id} ${label.kind} "${item.text.slice(...label.span)}" ${label.countries.join('+')} got ${hit ? hit.countries.join('+') || 'none' : nearest(own, item, label.span)}`,
        );
      }
    }
  }
  const share = (a: number, b: number) => ((100 * a) / Math.max(b, 1)).toFixed(1);
  console.log(
    `mentions: ${wanted} labelled, ${given} given; exact span P ${share(found, given)} R ${share(found, wanted)}; and country right P ${share(right, given)} R ${share(right, wanted)}`,
  );
  for (const [kind, count] of byKind)
    console.log(
      `  ${kind}: ${count.wanted} labelled, ${count.given} given, span found ${share(count.found, count.wanted)} %, country right ${share(count.right, count.wanted)} %`,
    );
}

function nearest(own: ReturnType<typeof mentionsOf>, item: Labelled, [start, end]: [number, number]): string {
  const touching = own.filter(mention => mention.start < end && mention.end > start);
  return (
    touching.map(mention => `"${item.text.slice(mention.start, mention.end)}" ${mention.kind}`).join(', ') || 'nothing'
  );
}

function scorePhrases(items: Labelled[]): void {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const item of items) {
    const country = mentionsOf(item).flatMap(({ countries }) => countries)[0] ?? null;
    if (country === item.country) right++;
    else if (country === null) missed++;
    else wrong++;
    if (country !== item.country) console.log(`  ${item.id} "${item.text}" ${item.country} got ${country}`);
  }
  console.log(`phrases: ${items.length}; country right ${right}, none found ${missed}, wrong ${wrong}`);
}

/** Milliseconds of the actor stage alone: the text is parsed before the clock starts. */
function measureSpeed(): void {
  const story =
    'Vladimir Putin met Xi Jinping in Moscow on Monday, and the two leaders signed a treaty. Police in Cairo arrested ' +
    'three Turkish journalists. The French foreign minister said his Greek counterpart had not called. They left.\n\n';
  const texts: Record<string, string> = {
    'a story, 250 times': story.repeat(250),
    'a story, 500 times': story.repeat(500),
    'one sentence of 20,000 nationalities': `${'Russian, Chinese, '.repeat(10_000)}and French.`,
    'one sentence of 40,000 pronouns and nouns': 'they and police and '.repeat(10_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    const article = articleFromText({ id: name, text, date: '2023-03-20' });
    const sentences = parseSentences(text);
    const words = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    const start = performance.now();
    findMentions(article, sentences);
    const time = performance.now() - start;
    console.log(
      `speed: ${name}: ${words} words in ${time.toFixed(0)} ms, ${Math.round((1000 * words) / time)} words a second`,
    );
  }
}

function mentionsOf({ id, text, date }: Labelled) {
  const article = articleFromText({ id, text, date });
  return findMentions(article, parseSentences(text));
}
