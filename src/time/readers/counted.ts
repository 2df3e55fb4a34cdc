/** Days, weeks, months and years counted from the article's day or from the last date read: "three days ago", "the year before". */
import { date, type TimeReader } from '../reader.js';
import { anchorDay, duration, neighbour, shifted, yearBefore } from '../relative.js';
import { countOf, meaningOf, pattern } from '../vocabulary.js';

/** "three days ago", "a year earlier", "two weeks later", "weeks ago", "a year before", "10 days from now". */
export const countedFrom: TimeReader = {
  name: 'three days ago',
  needs: ['unit', 'word'],
  pattern: pattern(
    '{about}(?:(?<count>{count})|(?<some>{some}))?(?:(?<= )| |-)?(?<unit>{unit})(?: or (?:so|two|more))?[ -](?<where>ago|earlier|later|before(?= ?[.,;)"”’\']| ?$)|from now|hence|previously|after(?= ?[.,;)"”]| ?$))(?! than)',
  ),
  meaning({ count, some, unit: name, where }, context, words) {
    const unit = meaningOf('unit', name!)!;
    const back = /ago|earlier|before|previously/i.test(where!);
    if (/^(?:before|after)$/i.test(where!) && /\bthe $/i.test(context.before)) return null;
    const compound = /^(?:year|month)[ -](?:ago|earlier)$/i.test(words);
    if (some && !back && context.direction === 'past')
      return { type: 'DURATION', value: duration('X', unit.replace(/^\d+/, '')) };
    if (!count && !compound) return date(back ? 'PAST_REF' : 'FUTURE_REF');
    const number = compound ? 1 : countOf(count!);
    if (number === null) return null;
    const fromNow = /ago|now|hence/i.test(where!);
    if (unit === 'Y' && number === 1 && back && context.accountingPeriod && context.reference)
      return date(yearBefore(context.accountingPeriod));
    const anchor = fromNow ? context.reference : (anchorDay(context, unit) ?? context.reference);
    if (!anchor) return date(back ? 'PAST_REF' : 'FUTURE_REF');
    return date(shifted(anchor, back ? -number : number, unit));
  },
};

/** "the year before", "the day after", "a day before". */
export const unitBefore: TimeReader = {
  name: 'the year before',
  needs: ['unit'],
  pattern: pattern('the (?<unit>day|week|month|year) (?<where>before|after|earlier)(?= ?[.,;)"”’\']| ?$)'),
  meaning({ unit: name, where }, context) {
    const unit = meaningOf('unit', name!)!;
    const anchor = anchorDay(context, unit) ?? context.reference;
    return anchor ? date(neighbour(anchor, unit, /after/i.test(where!) ? 1 : -1)) : null;
  },
};

/** "a fifth day", "the second day of talks": as a rule the article's own day. */
export const dayInRow: TimeReader = {
  name: 'for a fifth day',
  needs: ['ordinal'],
  pattern: pattern(
    '(?:a|the|its|their) (?:{ordinal}|\\d{1,2}(?:st|nd|rd|th)) (?:straight |consecutive |successive )?day(?= |[.,;])',
  ),
  meaning(_, { reference }) {
    return reference ? date(reference) : null;
  },
};
