import { countryName } from '../actors/countries.js';
import type { Lever } from '../levers/lever.js';
import type { Balance } from './verdict.js';

/** A balance for the terminal: the verdict, then each lever with both sides' values and where it stands. */
export function balanceText({ pair, year, statement, groups, coverage }: Balance): string {
  const [a, b] = pair.map(countryName) as [string, string];
  return [
    `Balance of ${a} and ${b}${year === null ? '' : `, ${year}`}`,
    '',
    statement.long,
    '',
    `Each lever stands between -0.50 (${b} has the better of it) and +0.50 (${a} has), with what the data leave open.`,
    ...groups.flatMap(({ id, levers }) => ['', id, ...levers.flatMap(lever => leverLines(lever, a, b))]),
    '',
    `${coverage.measured} of ${coverage.of} levers measured, in ${coverage.groups} groups.`,
  ].join('\n');
}

function leverLines(lever: Lever, a: string, b: string): string[] {
  if (lever.x === null || lever.interval === null) return [`  ${lever.label}: ${lever.explanation}`];
  const [lo, hi] = lever.interval;
  return [
    `  ${lever.label}: ${signed(lever.x)}  (${signed(lo)} to ${signed(hi)})`,
    `    ${a} ${valueText(lever.a!)}, ${b} ${valueText(lever.b!)}, in ${lever.unit}`,
    `    ${lever.source}`,
  ];
}

function signed(x: number): string {
  const size = Math.abs(x).toFixed(2);
  return Number(size) === 0 ? ` ${size}` : `${x < 0 ? '-' : '+'}${size}`;
}

function valueText(value: number): string {
  return String(Number(value.toPrecision(3)));
}
