import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import { countWords } from '../count-words.js';
import type { EvidenceRef } from '../evidence.js';
import { weightingsOf } from './statement.js';
import type { Balance, Removal, Robustness, WeighedBy } from './verdict.js';

/** Of removals that turn nothing, how many are shown of each kind: those that move the share most. */
const SHOWN = 3;

/** What a verdict hangs on, for the terminal. */
export function robustnessText(balance: Balance, robustness: Robustness): string[] {
  const { pair, groups, share } = balance;
  const { levers, sources, years, outlets, facts, range, removals, turning, tried } = robustness;
  const [a] = pair.map(countryName) as [string, string];
  const labels = new Map(
    groups.flatMap(group =>
      group.levers.map(({ id, label }) => [id, label.charAt(0).toLowerCase() + label.slice(1)] as const),
    ),
  );
  const most = (list: Removal[], name: (without: string) => string) =>
    [...list]
      .sort((one, other) => Number(other.turns) - Number(one.turns) || moved(other, share) - moved(one, share))
      .filter((removal, i) => removal.turns || i < SHOWN)
      .map(removal => `  without ${name(removal.without)}: ${verdictOf(removal)}`);
  return [
    `What it hangs on: of ${countWords(removals, 'removal')} of a lever, a source or a year, ${turning === 0 ? 'none turns' : turning === 1 ? 'one turns' : `${turning} turn`} the verdict; ${a} has ${weightingsOf(range[0])} to ${weightingsOf(range[1])} of 100 weightings in all of them.`,
    ...most(levers, id => labels.get(id) ?? id),
    ...most(sources, source => source),
    ...most(years, year => `what is of ${year}`),
    ...(outlets.length ? ['Of what country the outlets are, and the balance without them:'] : []),
    ...[...outlets]
      .sort((one, other) => other.pieces - one.pieces || (one.without < other.without ? -1 : 1))
      .filter((outlet, i) => outlet.turns || i < SHOWN || pair.includes(outlet.without))
      .map(
        outlet =>
          `  ${countryName(outlet.without)}, ${percent(outlet.part)} of the evidence; without it: ${verdictOf(outlet)}`,
      ),
    facts.length === 0
      ? `No single row or sentence turns it (${tried.facts} of ${tried.of} tried).`
      : `Single rows and sentences without which it would turn (${tried.facts} of ${tried.of} tried):`,
    ...facts.map(fact => `  ${factText(fact.evidence)}: ${verdictOf(fact)}`),
  ];
}

/** Who leads with weights that are given, plainly. */
export function weighedText(
  pair: Balance['pair'],
  { label, weights, reason, sum, range, favours, missing }: WeighedBy,
): string {
  const told = Object.entries(weights)
    .map(([name, weight]) => `${name} ${weight}`)
    .join(', ');
  const gaps = missing.length ? ` Not measured: ${missing.join(', ')}.` : '';
  const why = reason ? ` ${reason}` : '';
  const head = `With ${label} (${told})`;
  if (sum === null || !range) return `${head}, nothing that counts is measured.${gaps}${why}`;
  if (!favours) return `${head}, neither side leads.${gaps}${why}`;
  const side = favours === pair[0] ? 1 : -1;
  const ends = range.map(end => side * end).sort((one, other) => one - other);
  const sure = ends[0]! > 0 ? 'on all of them' : 'though not on all of them';
  return `${head}, ${nameInSentence(favours)} leads by ${(side * sum).toFixed(2)} on a scale of 0.50; nine in ten draws of the data lie from ${ends.map(end => end.toFixed(2)).join(' to ')}, so it leads ${sure}.${gaps}${why}`;
}

function verdictOf({ share, favours, strength, turns }: Removal): string {
  const words =
    share === null
      ? 'too little is measured'
      : favours
        ? `${strength} for ${nameInSentence(favours)}, ${weightingsOf(Math.max(share, 1 - share))} of 100`
        : `open, ${weightingsOf(Math.max(share, 1 - share))} of 100`;
  return turns ? `${words} (turns)` : words;
}

function moved({ share }: Removal, whole: number | null): number {
  return share === null || whole === null ? 1 : Math.abs(share - whole);
}

function percent(part: number): string {
  return `${Math.round(100 * part)} percent`;
}

function factText(ref: EvidenceRef): string {
  return ref.kind === 'row' ? `${ref.label} (${ref.source})` : `“${ref.text.trim()}”`;
}
