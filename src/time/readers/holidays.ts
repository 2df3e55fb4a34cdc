/** Days with a name: "Thanksgiving", "last Christmas", "Election Day 2020"; data/time-holidays.csv says how to date them. */
import { knownTable } from '../../knowledge.js';
import type { Day } from '../../reading.js';
import { addDays, daysInMonth, isoDay, pad, weekdayOf } from '../calendar.js';
import { date, type TimeReader } from '../reader.js';
import { pattern } from '../vocabulary.js';

const rules = new Map(knownTable('time-holidays.csv').map(row => [row.name!.toLowerCase(), row.rule!]));

/** The last words of the names, by which a sentence shows that it may hold one. */
export const holidayClues = [...rules.keys()].flatMap(name => name.split(/[ ']/));

const names = [...rules.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll("'", "['’]")
  .replaceAll('.', '\\.?');

export const holiday: TimeReader = {
  name: 'last Thanksgiving',
  needs: ['holiday'],
  pattern: pattern(`(?:(?<which>last|next|this) )?(?<name>${names})(?:,? (?<year>{year}))?`),
  meaning({ which, name, year }, { reference, direction }, words) {
    const rule = rules.get(name!.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' '));
    if (!rule || !/[A-Z]/.test(words)) return null;
    if (year) return date(dayByRule(rule, Number(year)));
    if (!reference) return /^\d\d-/.test(rule) ? date(`XXXX-${rule}`) : null;
    const current = Number(reference.slice(0, 4));
    const ofYears = [current - 1, current, current + 1].map(each => dayByRule(rule, each));
    const ahead = /next/i.test(which ?? '') || (direction === 'future' && !/last/i.test(which ?? ''));
    if (/this/i.test(which ?? '')) return date(ofYears[1]!);
    return date(
      (ahead ? ofYears.find(day => day >= reference) : ofYears.findLast(day => day <= reference)) ?? ofYears[1]!,
    );
  },
};

function dayByRule(rule: string, year: number): Day {
  const easter = /^easter([+-]\d+)$/.exec(rule);
  if (easter) return addDays(easterSunday(year), Number(easter[1]));
  if (rule === 'election') return addDays(nthWeekday(year, 11, 1, '1'), 1);
  const [first, second, third] = rule.split('-');
  return third ? nthWeekday(year, Number(third), Number(second), first!) : isoDay(year, Number(first), Number(second));
}

function nthWeekday(year: number, month: number, weekday: number, which: string): Day {
  if (which === 'L') {
    const last = isoDay(year, month, daysInMonth(year, month));
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = isoDay(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (Number(which) - 1) * 7);
}

/** Western Easter by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${pad(month)}-${pad(day)}`;
}
