/**
 * Whether confidence is what it says: of the claims given 0.8, are eight in ten right?
 *
 *   npm run bench -- confidence data/training [--held-out]
 *
 * Every labelled text of the folder is read; a claim counts where its section is labelled (then labels are complete). Right
 * means: an action with the type and the parties of a labelled one at its trigger; a statement whose content shares half with a labelled
 * one and whose country is right; a figure with span, value and unit; a judgement that touches a labelled one of its form; an address
 * with a labelled term. Printed for each kind: how many claims of a band of confidence there are, what they say of themselves on average,
 * and how many are right. With `--held-out` only the fifth of the texts labelled with actions that the weights of actions were not learnt
 * from.
 */
import { readDocument } from '../src/read.js';
import type { Claim, Span } from '../src/reading.js';
import { isSameSet, labelledTexts, linesIn } from './labelled.js';

type Pair = [number, number];

interface Item {
  text: string;
  date?: string | null;
  actions?: { trigger: Pair; type: string; source: string[]; target: string[] }[];
  statements?: { content: Pair[]; country: string | null }[];
  figures?: { span: Pair; value: number; unit: string }[];
  judgements?: { span: Pair; form: string }[];
  address?: { span: Pair }[];
}

interface Band {
  claims: number;
  said: number;
  right: number;
}

const BANDS = [0, 0.45, 0.55, 0.65, 0.75, 0.85, 1.01];

const bands = new Map<string, Band[]>();
const [folder, option] = process.argv.slice(2);
const items: Item[] = option === '--held-out' ? labelledTexts(folder!, true) : linesIn<Item>(folder!);
for (const item of items) count(item);
for (const [kind, list] of [...bands].sort()) {
  const all = list.reduce((sum, band) => ({
    claims: sum.claims + band.claims,
    said: sum.said + band.said,
    right: sum.right + band.right,
  }));
  console.log(`${kind}: ${row(all)}`);
  list.forEach((band, at) => {
    if (band.claims > 0)
      console.log(`  ${BANDS[at]!.toFixed(2)}-${Math.min(1, BANDS[at + 1]!).toFixed(2)}  ${row(band)}`);
  });
}

function row({ claims, said, right }: Band): string {
  return `${claims} claims say ${(said / claims).toFixed(2)}, right ${(right / claims).toFixed(2)}`;
}

function count(item: Item): void {
  for (const claim of readDocument({ text: item.text, date: item.date ?? null }).claims) {
    const right = isRight(item, claim);
    if (right === null) continue;
    const list = bands.get(claim.kind) ?? BANDS.slice(1).map(() => ({ claims: 0, said: 0, right: 0 }));
    bands.set(claim.kind, list);
    const band = list[BANDS.findLastIndex(from => from <= claim.confidence)]!;
    band.claims += 1;
    band.said += claim.confidence;
    band.right += Number(right);
  }
}

/** `null` where the text has no labels for the kind. */
function isRight(item: Item, claim: Claim): boolean | null {
  switch (claim.kind) {
    case 'action':
      return (
        item.actions?.some(
          ({ trigger, type, source, target }) =>
            touches(claim.trigger, trigger) &&
            type === claim.type &&
            isSameSet(source, claim.source) &&
            isSameSet(target, claim.target),
        ) ?? null
      );
    case 'statement':
      return (
        item.statements?.some(({ content, country }) => {
          const own: Pair = [claim.content[0]!.start, claim.content.at(-1)!.end];
          const wanted: Pair = [content[0]![0], content.at(-1)![1]];
          const shared = Math.min(own[1], wanted[1]) - Math.max(own[0], wanted[0]);
          const half = Math.max(own[1] - own[0], wanted[1] - wanted[0]) / 2;
          return shared >= half && (claim.speaker?.country ?? null) === country;
        }) ?? null
      );
    case 'figure':
      return (
        item.figures?.some(
          ({ span, value, unit }) =>
            span[0] === claim.start &&
            span[1] === claim.end &&
            Math.abs(value - claim.value) <= 0.001 * Math.abs(value) &&
            unit === claim.unit,
        ) ?? null
      );
    case 'judgement':
      return item.judgements?.some(({ span, form }) => touches(claim, span) && form === claim.form) ?? null;
    case 'address':
      return item.address?.some(({ span }) => touches(claim, span)) ?? null;
    default:
      return null;
  }
}

function touches({ start, end }: Span, [from, to]: Pair): boolean {
  return start < to && from < end;
}
