/**
 * How well statements are read.
 *
 *   node .build/tools/bench/quotes.js GOLD.jsonl OUT.jsonl
 *     reads every text of GOLD (`{id, text, date?}` a line) and writes `{"document":{"id"},"claims":[...]}` lines to OUT
 *
 *   node .build/tools/bench/quotes.js --labelled TRAINING_FOLDER [--misses N]
 *     scores against texts labelled with `statements` (data/training)
 *
 * Labelled: a statement is found when its content shares at least half of the longer of the two with a labelled one.
 * Printed are recall and precision, and of those found the share with the very same content, speaker, cue, and the
 * right country, person, form and stance.
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { articleFromText } from '../src/article/article.js';
import { readStatements } from '../src/claims/statement.js';
import { annotate } from '../src/read.js';
import type { Found, Span, StatementClaim } from '../src/reading.js';
import { linesIn, linesOf } from './labelled.js';

interface Item {
  id: string;
  text: string;
  date?: string | null;
  statements?: Label[];
}

interface Label {
  speaker: [number, number] | null;
  country: string | null;
  person: string | null;
  cue: [number, number] | null;
  content: [number, number][];
  form: string;
  stance: string;
}

type Read = Found<StatementClaim>;

const words = process.argv.slice(2);
if (words[0] === '--labelled') scoreLabelled(words[1]!);
else writeReadings(words[0]!, words[1]!);

function writeReadings(goldPath: string, outPath: string): void {
  const start = performance.now();
  let sentences = 0;
  const lines = linesOf<Item>(goldPath).map(item => {
    const page = annotate(articleFromText({ id: item.id, text: item.text, date: item.date ?? null }));
    sentences += page.sentences.length;
    return JSON.stringify({ document: { id: item.id }, claims: readStatements(page) });
  });
  writeFileSync(outPath, `${lines.join('\n')}\n`);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${sentences} sentences, ${Math.round(sentences / seconds)} a second up to statements, loading included`);
}

function scoreLabelled(folder: string): void {
  const counts = new Map<string, number>();
  const count = (name: string, by: number | boolean = 1) => counts.set(name, (counts.get(name) ?? 0) + Number(by));
  let misses = Number(words[words.indexOf('--misses') + 1]) || 0;
  for (const item of linesIn<Item>(folder)) {
    if (!item.statements) continue;
    const page = annotate(articleFromText({ id: item.id, text: item.text, date: item.date ?? null }));
    const problems = compare(item.text, item.statements, readStatements(page), count);
    if (problems.length > 0 && misses-- > 0) console.log(`${item.id} ${item.text}\n    ${problems.join('\n    ')}`);
  }
  const share = (name: string, base: string) => ((counts.get(name) ?? 0) / (counts.get(base) ?? 1)).toFixed(3);
  console.log(`labelled ${counts.get('labelled')}  read ${counts.get('read')}`);
  console.log(`found: recall ${share('found', 'labelled')}  precision ${share('found', 'read')}`);
  const fields = ['content', 'speaker', 'cue', 'country', 'person', 'form', 'stance'];
  console.log(`of those found: ${fields.map(field => `${field} ${share(field, 'found')}`).join('  ')}`);
}

function compare(
  text: string,
  labels: Label[],
  read: Read[],
  count: (name: string, by?: number | boolean) => void,
): string[] {
  const problems: string[] = [];
  const used = new Set<Read>();
  count('read', read.length);
  for (const label of labels) {
    count('labelled');
    const whole = hull(label.content);
    const shown = `{${text.slice(whole.start, whole.end)}}`;
    const hit = read.find(own => !used.has(own) && shareHalf(hull(own.content), whole));
    if (!hit) {
      problems.push(`missed ${shown}`);
      continue;
    }
    used.add(hit);
    const right: Record<string, boolean> = {
      content: same(text, hull(hit.content), whole),
      speaker: label.speaker ? hit.speaker !== null && same(text, hit.speaker, spanOf(label.speaker)) : !hit.speaker,
      cue: label.cue ? hit.cue !== null && same(text, hit.cue, spanOf(label.cue)) : !hit.cue,
      country: (hit.speaker?.country ?? null) === label.country,
      person: (hit.speaker?.person ?? null) === label.person,
      form: hit.form === label.form,
      stance: hit.stance === label.stance,
    };
    count('found');
    for (const [field, is] of Object.entries(right)) count(field, is);
    const wrong = Object.keys(right).filter(field => !right[field]);
    if (wrong.length > 0) {
      const own = hull(hit.content);
      problems.push(
        `${wrong} of ${shown} ${label.country} ${label.person} ${label.form} ${label.stance}: {${text.slice(own.start, own.end)}}` +
          ` [${hit.speaker && text.slice(hit.speaker.start, hit.speaker.end)}] <${hit.cue && text.slice(hit.cue.start, hit.cue.end)}>` +
          ` ${hit.speaker?.country} ${hit.speaker?.person} ${hit.form} ${hit.stance}`,
      );
    }
  }
  for (const own of read) {
    const whole = hull(own.content);
    if (!used.has(own)) problems.push(`not labelled {${text.slice(whole.start, whole.end)}}`);
  }
  return problems;
}

function spanOf([start, end]: [number, number]): Span {
  return { start, end };
}

function hull(parts: (Span | [number, number])[]): Span {
  const spans = parts.map(part => (Array.isArray(part) ? spanOf(part) : part));
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

function shareHalf(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) >= 0.5 * Math.max(a.end - a.start, b.end - b.start, 1);
}

/** The same words, but for marks and spaces around them. */
function same(text: string, a: Span, b: Span): boolean {
  const [x, y] = [withoutEdges(text, a), withoutEdges(text, b)];
  return x.start === y.start && x.end === y.end;
}

function withoutEdges(text: string, { start, end }: Span): Span {
  while (start < end && /[\s,.:;!?“”"'’‘()–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s,.:;!?“”"'’‘()–—-]/.test(text[end - 1]!)) end--;
  return { start, end };
}
