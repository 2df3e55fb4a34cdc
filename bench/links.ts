/**
 * How well the claims of one article are linked, by type of link, on the passages of test/claims/kept-apart/links.txt.
 *
 *   node .build/tools/bench/links.js FILE [--open | --closed] [--misses]
 *
 * A link is right when its type is, and both its claims are the ones the label names by kind and wording. Links that are
 * marked "~" may be read or not. Every other passage is open: its misses may be looked at while the rules are mended.
 */
import { readFileSync } from 'node:fs';
import { readDocument } from '../src/read.js';
import type { Claim, ClaimLink, Span } from '../src/reading.js';

/** The day on which all passages are read. */
const DAY = '2024-05-10';
const TYPES: ClaimLink['type'][] = ['converts', 'repeats', 'denies', 'contradicts', 'fulfils', 'supports'];

interface Label {
  written: string;
  from: Named;
  type: string;
  to: Named;
  isOptional: boolean;
}

/** A claim as a label names it. */
interface Named extends Span {
  kind: string;
}

interface Passage {
  text: string;
  title: string | null;
  isOpen: boolean;
  labels: Label[];
}

const [file, ...options] = process.argv.slice(2);
const count = new Map(TYPES.map(type => [type as string, { wanted: 0, read: 0, right: 0 }]));
for (const passage of passagesOf(readFileSync(file!, 'utf8')))
  if (!options.includes(passage.isOpen ? '--closed' : '--open')) score(passage);
const all = { wanted: 0, read: 0, right: 0 };
for (const [type, own] of count) {
  print(type, own);
  all.wanted += own.wanted;
  all.read += own.read;
  all.right += own.right;
}
print('all', all);

function print(type: string, { wanted, read, right }: { wanted: number; read: number; right: number }): void {
  const share = (whole: number) => (whole === 0 ? '-' : `${((100 * right) / whole).toFixed(1)} %`);
  console.log(
    `${type.padEnd(12)} labelled ${wanted}, read ${read}, right ${right}: recall ${share(wanted)}, precision ${share(read)}`,
  );
}

function score({ text, title, isOpen, labels }: Passage): void {
  const { claims } = readDocument({ text, date: DAY, title });
  const byId = new Map(claims.map(claim => [claim.id, claim]));
  const left = new Set(labels);
  for (const from of claims)
    for (const { type, claim } of from.links) {
      const to = byId.get(claim)!;
      const label = labels.find(own => own.type === type && isMeant(own.from, from) && isMeant(own.to, to));
      // An optional link is not counted; two readings of one thing that both carry a label's link are one link.
      if (label && (label.isOptional || !left.delete(label))) continue;
      const own = count.get(type)!;
      own.read += 1;
      if (label) {
        own.right += 1;
      } else if (isOpen && options.includes('--misses')) {
        console.log(`${text}\n  extra  ${shown(from, text)} ${type} ${shown(to, text)}`);
      }
    }
  for (const label of labels) if (!label.isOptional) count.get(label.type)!.wanted += 1;
  for (const label of left)
    if (!label.isOptional && isOpen && options.includes('--misses')) console.log(`${text}\n  missed ${label.written}`);
}

/** A deed is named by its trigger, a statement by its cue or speaker, any other claim by its wording. */
function isMeant({ kind, start, end }: Named, claim: Claim): boolean {
  if (claim.kind !== kind) return false;
  const spans =
    claim.kind === 'action'
      ? [claim.trigger]
      : claim.kind === 'statement'
        ? [claim.cue, claim.speaker].filter(span => span?.start !== undefined)
        : [claim];
  return spans.some(span => span!.start < end && start < span!.end);
}

function shown(claim: Claim, text: string): string {
  const { start, end } = claim.kind === 'action' ? claim.trigger : claim;
  return `${claim.kind}: ${text.slice(start, end)}`;
}

function passagesOf(written: string): Passage[] {
  return written
    .split(/\n{2,}/)
    .map(block => block.split('\n').filter(line => line && !line.startsWith('# ')))
    .filter(lines => lines.length > 0)
    .map((lines, at) => {
      const title = lines.find(line => line.startsWith('= '))?.slice(2) ?? null;
      const body = lines.filter(line => !/^[=>~] /.test(line)).join(' ');
      const text = title ? `${title}\n\n${body}` : body;
      const labels = lines.filter(line => /^[>~] /.test(line)).map(line => labelOf(line, text));
      return { text, title, isOpen: at % 2 === 0, labels };
    });
}

function labelOf(line: string, text: string): Label {
  const parts = /^[>~] (\w+): (.+) (converts|repeats|denies|contradicts|fulfils|supports) (\w+): (.+)$/.exec(line);
  if (!parts) throw new Error(`no label: ${line}`);
  const [, kind, wording, type, otherKind, otherWording] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    written: line.slice(2),
    from: { kind, ...place(wording, text) },
    type,
    to: { kind: otherKind, ...place(otherWording, text) },
    isOptional: line.startsWith('~'),
  };
}

/** Where a wording stands; "#2" after it: its second occurrence. */
function place(wording: string, text: string): Span {
  const [, words, number] = /^(.*?)(?:#(\d))?$/.exec(wording)!;
  let start = -1;
  for (let times = Number(number ?? 1); times > 0; times--) start = text.indexOf(words!, start + 1);
  if (start < 0) throw new Error(`not in the text: ${wording}`);
  return { start, end: start + words!.length };
}
