/**
 * Which kinds of misses are the commonest when actions are read, by the layer that has to be mended.
 *
 *   node .build/tools/bench/misses.js TRAINING_FOLDER [--held-out] [--kinds N] [--show KIND]
 *     counts the misses on texts labelled with `actions` (data/training) and prints the N commonest kinds (50);
 *     with --show also every item whose kind begins so
 *
 * Layers: `frame` no frame knows the word, or none that fits it; `standing` it was found and dropped; `type`, `of`;
 * `actor` a wanted country is read in no mention of the text; `source` and `target` with the path that was followed;
 * `modality`, `negated`, `main`; `extra` an action where none is labelled.
 */
import { articleFromText } from '../src/article/article.js';
import { type ActionReason, explainActions } from '../src/claims/action.js';
import { wordingsOf } from '../src/claims/actions/frames.js';
import { annotate } from '../src/read.js';
import type { ActionClaim, Found } from '../src/reading.js';
import { isSameSet, type Label, type Labelled, labelledTexts } from './labelled.js';

const words = process.argv.slice(2);
const limit = Number(words[words.indexOf('--kinds') + 1]) || 50;
const shown = words.includes('--show') ? words[words.indexOf('--show') + 1]! : null;
const counts = new Map<string, number>();

for (const item of labelledTexts(words[0]!, words.includes('--held-out'))) {
  for (const { kind, told } of missesOf(item)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (shown !== null && kind.startsWith(shown)) console.log(`${kind}: ${told}\n    ${item.text}`);
  }
}

const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
console.log(`${total} misses of ${counts.size} kinds`);
for (const [kind, n] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit))
  console.log(`${String(n).padStart(5)}  ${kind}`);

interface Miss {
  kind: string;
  told: string;
}

type Read = { claim: Claim | null; reason: ActionReason };
type Claim = Found<ActionClaim>;

function missesOf(item: Labelled): Miss[] {
  const page = annotate(articleFromText({ id: item.id, text: item.text, date: item.date ?? null }));
  const read = explainActions(page);
  const named = new Set(page.mentions.flatMap(({ countries }) => countries));
  const misses: Miss[] = [];
  const used = new Set<Read>();
  for (const label of item.actions!) {
    const [start, end] = label.trigger;
    const overlapping = read.filter(({ reason }) => reason.start < end && start < reason.end);
    const hit = overlapping.find(candidate => candidate.claim !== null && !used.has(candidate));
    const told = `[${item.text.slice(start, end)}] ${label.type} ${label.source}>${label.target} ${label.modality}`;
    if (!hit) {
      misses.push({ kind: unfound(label, overlapping[0], page), told });
      continue;
    }
    used.add(hit);
    for (const kind of wrongFields(label, hit.claim!, hit.reason, named))
      misses.push({ kind, told: `${told} read ${hit.claim!.type} ${hit.claim!.source}>${hit.claim!.target}` });
  }
  for (const own of read) {
    if (!own.claim || used.has(own)) continue;
    misses.push({ kind: `extra ${own.claim.type}`, told: `[${item.text.slice(own.claim.start, own.claim.end)}]` });
  }
  return misses;
}

function unfound(label: Label, dropped: Read | undefined, page: ReturnType<typeof annotate>): string {
  if (dropped?.reason.dropped) return `standing: dropped, ${dropped.reason.dropped.replace(/ of .*/, '')}`;
  const inside = page.sentences
    .flatMap(({ tokens }) => tokens)
    .filter(({ start, end }) => start < label.trigger[1] && label.trigger[0] < end);
  const isKnown = inside.some(({ lemma }) => [...wordingsOf('verb', lemma), ...wordingsOf('noun', lemma)].length > 0);
  if (!isKnown) return `frame: ${label.type}, no frame has the word`;
  const isTagged = inside.some(({ upos }) => upos === 'VERB' || upos === 'NOUN');
  return `frame: ${label.type}, ${isTagged ? 'no frame of the word fits' : 'tagged as neither verb nor noun'}`;
}

function wrongFields(label: Label, claim: Claim, reason: ActionReason, named: Set<string>): string[] {
  const wrong: string[] = [];
  if (claim.type !== label.type) wrong.push(`type: ${label.type} read as ${claim.type}`);
  else if (claim.of !== label.of) wrong.push(`of: ${label.of ?? 'none'} read as ${claim.of ?? 'none'}`);
  for (const [side, want, got, path] of [
    ['source', label.source, claim.source, reason.sourcePath],
    ['target', label.target, claim.target, reason.targetPath],
  ] as const) {
    if (isSameSet(got, want)) continue;
    const unknown = want.some(country => !named.has(country));
    wrong.push(unknown ? `actor: ${side} is in no mention` : `${side}: by ${path}`);
  }
  if (claim.modality !== label.modality) wrong.push(`modality: ${label.modality} read as ${claim.modality}`);
  if (claim.negated !== label.negated) wrong.push(`negated: ${label.negated} read as ${claim.negated}`);
  if (claim.main !== label.main) wrong.push(`main: ${label.main} read as ${claim.main}`);
  return wrong;
}
