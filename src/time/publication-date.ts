/** When an article was published, where its caller did not say: from its address, its head, or the text's own clues. */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange, PublicationDate, Span } from '../reading.js';
import { addDays, dayNumber, validDay } from './calendar.js';
import type { DateClue } from './date-clue.js';
import { agreeing, dateClues, deciding } from './infer-date.js';
import { meaningOf, pattern } from './vocabulary.js';

/** One reason for a date: the words of the text and what follows from them. */
export interface DateReason extends Span {
  text: string;
}

/** The date in the address of the page, `/2023/03/17/` or `2023-03-17`; `null` where there is none. */
export function dateFromUrl(url: string): PublicationDate | null {
  const match = /(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url);
  const day = match ? validDay(Number(match[1]), Number(match[3]), Number(match[4])) : null;
  return day ? known(day) : null;
}

const DATE_OF_HEAD =
  '(?:{weekday},? )?(?:(?<month1>{month}) (?<day1>{dayOfMonth}),? (?<year1>{year})|(?<day2>{dayOfMonth}) (?<month2>{month}),? (?<year2>{year})|(?<iso>{year}-\\d\\d-\\d\\d))';
/** A place in capitals, perhaps with a state, before the date, and an agency or a dash after it. */
const DATELINE = new RegExp(
  `^\\s*[\\p{Lu}][\\p{Lu} .,'/-]{2,40}[^\\n]{0,25}?,? \\(?${pattern(DATE_OF_HEAD).source}\\)?\\s*(?:\\(|--|[-–—_/])`,
  'imu',
);
/** "Published: 2025-02-05", or a date on a line of its own. */
const PUBLISHED = new RegExp(
  `(?:published|posted|issued|first published|date)(?: on| at)?:? {0,3}(?:\\d\\d?:\\d\\d,? )?${pattern(DATE_OF_HEAD).source}|^[ \\t]*${pattern(DATE_OF_HEAD.replace(/\?<(\w+)>/g, '?<$1b>')).source}[ \\t]*(?:\\d\\d?:\\d\\d.{0,12})?$`,
  'imu',
);
/** "Last modified: 5 February 2025": second best, for it may be long after. */
const UPDATED = new RegExp(
  `^[ \\t]*(?:last )?(?:updated|modified|edited)(?: on| at)?:? {0,3}(?:\\d\\d?:\\d\\d,? )?${pattern(DATE_OF_HEAD).source}`,
  'imu',
);
/** "New Delhi, March 3, 2024." at the start of a paragraph, or alone on its line. */
const PLACE_AND_DAY = new RegExp(
  `^[ \\t]*(?<place>\\p{L}[\\p{L}.'’-]{1,20}(?: \\p{L}[\\p{L}.'’-]{1,20}){0,2})(?:, \\p{L}[\\p{L}.' ]{1,20})?, ${pattern(DATE_OF_HEAD).source}[ \\t]*(?:[.:]|$)`,
  'imu',
);
/** A dateline stands at the start of the first or second paragraph, or of the third behind a headline and a second one. */
const PARAGRAPHS_OF_DATELINE = 3;
/** Datelines and dates of publication stand in the head; dates further down belong to the story. */
const HEAD_LENGTH = 600;

/** The full date in the head of a text: "MOSCOW, March 17, 2023 (Reuters) -", "New Delhi, March 3, 2024.", "Published 17 March 2023", a line of its own. */
export function dateFromDateline(text: string): PublicationDate | null {
  const head = text.slice(0, HEAD_LENGTH);
  const groups =
    DATELINE.exec(head)?.groups ?? placeAndDay(head) ?? PUBLISHED.exec(head)?.groups ?? UPDATED.exec(head)?.groups;
  if (!groups) return null;
  const group = (name: string) => groups[name] ?? groups[`${name}b`];
  const iso = group('iso');
  const [year, month, day] = iso
    ? iso.split('-').map(Number)
    : [
        Number(group('year1') ?? group('year2')),
        Number(meaningOf('month', (group('month1') ?? group('month2'))!)),
        Number.parseInt((group('day1') ?? group('day2'))!, 10),
      ];
  const found = validDay(year!, month!, day!);
  return found ? known(found) : null;
}

type DateGroups = Record<string, string | undefined>;

/** A place in capital letters with a full date behind it; a weekday is no place. */
function placeAndDay(head: string): DateGroups | null {
  const opening = head
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, PARAGRAPHS_OF_DATELINE)
    .join('\n');
  const groups = PLACE_AND_DAY.exec(opening)?.groups;
  const words = groups?.place?.split(' ') ?? [];
  const isPlace = words.every(word => /^\p{Lu}/u.test(word)) && meaningOf('weekday', words[0] ?? '') === null;
  return groups && isPlace ? groups : null;
}

/**
 * The days on which an article can have been written, by its own words: events with a known date that it tells of or
 * calls to come, holders of office, the years it names, weekdays that fit only some years, and a dateline without a year.
 *
 * Every clue leaves certain days; the result is what all of them leave. An end that no clue fixes is `null`; without any
 * clue, and where clues contradict each other and nothing tells which is wrong, the basis is `unknown`.
 *
 * @returns the date with basis `inferred` or `unknown`, and the clues that fix its two ends
 */
export function inferPublicationDate(
  text: string,
  sentences: Sentence[],
  title: string | null,
): { date: PublicationDate; reasons: DateReason[] } {
  const { clues, range: left } = agreeing(belowTitle(dateClues(text, sentences), title, text));
  const range = datelineWithin(text, left);
  if (!range.from && !range.to)
    return { date: { value: null, earliest: null, latest: null, basis: 'unknown' }, reasons: [] };
  const value = range.from && range.from === range.to ? range.from : null;
  const reasons = deciding(clues, left).map(({ text: words, start, end }) => ({ text: words, start, end }));
  return { date: { value, earliest: range.from, latest: range.to, basis: 'inferred' }, reasons };
}

/** A headline gives no date of its own; clues inside it count only where the text repeats it. */
function belowTitle(clues: DateClue[], title: string | null, text: string): DateClue[] {
  if (!title || !text.startsWith(title)) return clues;
  return clues.filter(({ end }) => end > title.length);
}

const SHORT_DATELINE = new RegExp(
  `^\\s*[\\p{Lu}][\\p{Lu} .'-]{2,30},[^\\n]{0,25}?${pattern('(?:(?<month1>{month}) (?<day1>{dayOfMonth})|(?<day2>{dayOfMonth}) (?<month2>{month}))').source}\\s*(?:\\(|--|[-–—_])`,
  'imu',
);

/** "MOSCOW, March 17 (Reuters)": where the clues leave one such day only, the article is of that day or the next. */
function datelineWithin(text: string, range: DayRange): DayRange {
  const groups = SHORT_DATELINE.exec(text.slice(0, HEAD_LENGTH))?.groups;
  if (!groups || !range.from || !range.to || dayNumber(range.to) - dayNumber(range.from) > 730) return range;
  const month = Number(meaningOf('month', (groups.month1 ?? groups.month2)!));
  const day = Number.parseInt((groups.day1 ?? groups.day2)!, 10);
  const days: Day[] = [];
  for (let year = Number(range.from.slice(0, 4)); year <= Number(range.to.slice(0, 4)); year++) {
    const found = validDay(year, month, day);
    if (found && addDays(found, 1) >= range.from && found <= range.to) days.push(found);
  }
  return days.length === 1 ? { from: days[0]!, to: addDays(days[0]!, 1) } : range;
}

function known(day: Day): PublicationDate {
  return { value: day, earliest: day, latest: day, basis: 'metadata' };
}
