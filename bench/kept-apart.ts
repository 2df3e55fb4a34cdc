/**
 * How well addresses, judgements, offices and the stances of statements are read, on the sentences of test/claims/kept-apart.
 *
 *   node .build/tools/bench/kept-apart.js FOLDER [address|judgement|office|statement] [--open | --closed] [--misses]
 *
 * A sentence is right when exactly what its lines say is read in it, and nothing where it has none. Printed are the
 * sentences right, those with labels and those without apart, and the share of labels right field by field. Every other
 * sentence is open: its misses may be looked at while the readers are mended. The closed half is only ever counted, so
 * that the two figures show how much was tuned to the sentences looked at; `--misses` prints none of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../src/read.js';
import type { AddressClaim, Claim, JudgementClaim, OfficeClaim, StatementClaim } from '../src/reading.js';
import { folded } from '../src/record/search/words.js';

/** The day on which all sentences are read. */
const DAY = '2024-05-10';

type Kind = 'address' | 'judgement' | 'office' | 'statement';

interface Item {
  text: string;
  headline: boolean;
  isOpen: boolean;
  labels: string[];
}

/** What a label says, field by field, and whether a claim says the same. */
type Compare = (label: string, claim: Claim) => Record<string, boolean>;

const FILES: Record<Kind, { file: string; compare: Compare }> = {
  address: { file: 'addresses.txt', compare: compareAddress },
  judgement: { file: 'judgements.txt', compare: compareJudgement },
  office: { file: 'offices.txt', compare: compareOffice },
  statement: { file: 'stances.txt', compare: compareStatement },
};

const [folder, ...options] = process.argv.slice(2);
const asked = options.filter((option): option is Kind => option in FILES);
for (const kind of asked.length > 0 ? asked : (Object.keys(FILES) as Kind[]))
  if (existsSync(join(folder!, FILES[kind].file))) score(kind);

function score(kind: Kind): void {
  const { file, compare } = FILES[kind];
  const items = itemsOf(readFileSync(join(folder!, file), 'utf8')).filter(
    ({ isOpen }) => !options.includes(isOpen ? '--closed' : '--open'),
  );
  const right = { labelled: 0, none: 0 };
  const fields = new Map<string, number>();
  let labels = 0;
  let claims = 0;
  let alike = 0;
  for (const { text, headline, isOpen, labels: own } of items) {
    const title = headline ? text : null;
    const read = readDocument({ text, date: DAY, title }).claims.filter(claim => claim.kind === kind);
    const free = [...read];
    let hits = 0;
    for (const label of own) {
      const best = free
        .map(claim => ({ claim, fits: compare(label, claim) }))
        .sort((a, b) => count(b.fits) - count(a.fits))[0];
      labels++;
      if (!best) continue;
      free.splice(free.indexOf(best.claim), 1);
      for (const [name, fits] of Object.entries(best.fits)) fields.set(name, (fields.get(name) ?? 0) + Number(fits));
      const isAlike = Object.values(best.fits).every(Boolean);
      hits += Number(isAlike);
      alike += Number(isAlike);
    }
    claims += read.length;
    const isRight = hits === own.length && read.length === own.length;
    if (isRight) right[own.length > 0 ? 'labelled' : 'none']++;
    else if (isOpen && options.includes('--misses'))
      console.log(`${text}\n  wanted ${own.join('; ') || 'none'}\n  read   ${read.map(shown).join('; ') || 'none'}`);
  }
  const labelled = items.filter(item => item.labels.length > 0).length;
  const none = items.length - labelled;
  const percent = (part: number, whole: number) => `${part}/${whole} = ${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${kind}: sentences right ${percent(right.labelled + right.none, items.length)}  with labels ${percent(right.labelled, labelled)}  without ${percent(right.none, none)}`,
  );
  console.log(
    `  labels ${labels}, read ${claims}, all right ${percent(alike, labels)}; ${[...fields].map(([name, n]) => `${name} ${((100 * n) / labels).toFixed(1)} %`).join('  ')}`,
  );
}

function count(fits: Record<string, boolean>): number {
  return Object.values(fits).filter(Boolean).length;
}

function compareAddress(label: string, claim: Claim): Record<string, boolean> {
  const [, speaker, addressee, term] = /^(.*?) > (.*?): (.*)$/.exec(label)!;
  const own = claim as AddressClaim;
  const termIsRight = plain(own.term) === plain(term!);
  return {
    term: termIsRight,
    speaker: termIsRight && isSameName(speaker!, own.speaker),
    addressee: termIsRight && isSameName(addressee!, own.addressee),
  };
}

function compareJudgement(label: string, claim: Claim): Record<string, boolean> {
  const [form, about, favours] = label.split(' ');
  const own = claim as JudgementClaim;
  const wanted = about === '*' ? null : about!.split('+');
  return {
    found: true,
    form: form === '*' || own.form === form,
    about: wanted === null || (own.about !== null && wanted.every(country => own.about!.includes(country))),
    favours: favours === '*' || (own.favours ?? '-') === favours,
  };
}

function compareOffice(label: string, claim: Claim): Record<string, boolean> {
  const [person, office, country, from, to] = label.split('|').map(part => part.trim());
  const own = claim as OfficeClaim;
  return {
    person: isSameName(person!, own.person),
    office: office === '*' || own.office === office,
    country: (own.country ?? '-') === country,
    from: from === '*' || (own.from ?? '-') === from,
    to: to === '*' || (own.to ?? '-') === to,
  };
}

function compareStatement(label: string, claim: Claim): Record<string, boolean> {
  const [stance, country] = label.split(' ');
  const own = claim as StatementClaim;
  return { found: true, stance: own.stance === stance, country: (own.speaker?.country ?? '-') === country };
}

/** The same person by his last name, or the very same country. */
function isSameName(wanted: string, own: string | null): boolean {
  if (wanted === '-') return own === null;
  if (own === null) return false;
  if (/^[A-Z]{3}$/.test(wanted)) return own === wanted;
  const names = folded(wanted).split(/[\s-]+/);
  const found = folded(own).split(/[\s-]+/);
  return names.length > 1 && names.filter(name => found.includes(name)).length >= Math.min(2, found.length);
}

/** A term without marks, spaces and small words in front of it. */
function plain(term: string): string {
  return folded(term)
    .replace(/^(?:a|an|the|his|her|their|its)\s+/, '')
    .replace(/[“”"’'.,!?]/g, '')
    .trim();
}

function shown(claim: Claim): string {
  switch (claim.kind) {
    case 'address':
      return `${claim.speaker ?? '-'} > ${claim.addressee ?? '-'}: ${claim.term}`;
    case 'judgement':
      return `${claim.form} ${claim.about?.join('+')} ${claim.favours ?? '-'}`;
    case 'statement':
      return `${claim.stance} ${claim.speaker?.country ?? '-'}`;
    case 'office':
      return [claim.person, claim.office, claim.country, claim.from ?? '-', claim.to ?? '-'].join(' | ');
    default:
      return claim.kind;
  }
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('> ')) items.at(-1)!.labels.push(line.slice(2));
    else {
      const headline = line.startsWith('[headline] ');
      items.push({ text: line.replace('[headline] ', ''), headline, isOpen: items.length % 2 === 0, labels: [] });
    }
  }
  return items;
}
