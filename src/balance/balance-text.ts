import { countryName } from '../actors/countries.js';
import { shortened } from '../check/words.js';
import { countWords } from '../count-words.js';
import { intervalWords, signed, yearsWords } from './range-words.js';
import { robustnessText, weighedText } from './robustness-text.js';
import type { Balance, DatedLever } from './verdict.js';

/** A balance for the terminal: the verdict, then each lever with both sides' values, where it stands and its years. */
export function balanceText(balance: Balance): string {
  const { pair, statement, groups, coverage, weighed = [], robustness } = balance;
  const [a, b] = pair.map(countryName) as [string, string];
  const missing = coverage.measured < coverage.of;
  return [
    titleOf(balance, a, b),
    '',
    statement.long,
    '',
    ...weighed.flatMap(way => [weighedText(pair, way), '']),
    `Each lever stands between -0.50 (${b} has the better of it) and +0.50 (${a} has), with what the data leave open.`,
    ...groups.flatMap(({ id, levers }) => [
      '',
      id,
      ...levers.flatMap(lever => (lever.x === null ? [] : leverLines(lever, a, b))),
      ...missingLine(levers),
    ]),
    '',
    `${coverage.measured} of ${countWords(coverage.of, 'lever')} measured, in ${countWords(coverage.groups, 'group')}${missing ? '; --json says what each of the others would need' : ''}.`,
    ...(robustness && balance.share !== null ? ['', ...robustnessText(balance, robustness)] : []),
  ].join('\n');
}

/** The year asked for is told beside the years that the evidence is really of. */
function titleOf({ year, years }: Balance, a: string, b: string): string {
  const title = `Balance of ${a} and ${b}`;
  if (!years) return year === null ? title : `${title}, as of ${year}`;
  const asked = year === null || year === years[1] ? '' : `, as of ${year}`;
  return `${title}${asked}, by data of ${years[0] === years[1] ? years[0] : years.join(' to ')}`;
}

function leverLines(lever: DatedLever, a: string, b: string): string[] {
  return [
    `  ${lever.label}: ${signed(lever.x ?? 0)}  (${intervalWords(lever.interval)})`,
    `    ${valuesText(lever, a, b)}`,
    `    ${[lever.source, lever.years.length ? `data of ${yearsWords(lever.years)}` : ''].filter(Boolean).join('; ')}`,
    ...countedLine(lever),
  ];
}

/** What is not measured of a group, by name alone: of a pair little is known of it would be most of the page. */
function missingLine(levers: DatedLever[]): string[] {
  const labels = levers.filter(({ x }) => x === null).map(({ label }) => label);
  return labels.length ? [`  Not measured: ${labels.join('; ')}.`] : [];
}

/** Of a lever that counts events: the first of them, as rows or sentences name them. */
function countedLine({ evidence }: DatedLever): string[] {
  const events = evidence.flatMap(ref => {
    if (ref.kind === 'sentence') return `“${shortened(ref.text, LONGEST_SENTENCE)}”${ref.date ? ` (${ref.date})` : ''}`;
    return ref.unit === null ? ref.label : [];
  });
  if (events.length === 0) return [];
  const more = events.length - EVENTS_SHOWN;
  return [
    `    ${events.slice(0, EVENTS_SHOWN).join('; ')}${more > 0 ? `; and ${countWords(more, 'more', 'more')}` : ''}`,
  ];
}

const EVENTS_SHOWN = 3;
const LONGEST_SENTENCE = 90;

function valuesText({ a, b, unit }: DatedLever, nameA: string, nameB: string): string {
  const percent = /^percent (.*)$/.exec(unit ?? '')?.[1];
  const [ofA, ofB] = [a, b].map(value => `${valueText(value ?? 0)}${percent ? ' %' : ''}`);
  return `${nameA} ${ofA}, ${nameB} ${ofB}${percent ? ` ${percent}` : `, in ${unit}`}`;
}

function valueText(value: number): string {
  return String(Number(value.toPrecision(3)));
}
