/** A pace against the count and the years it is drawn from: "42 times in ten years, on average four times a year". */
import { type CheckContext, figuresIn } from '../context.js';
import { isPace } from '../figures/count.js';
import { statedBy } from '../figures/tolerance.js';
import type { Check } from '../verdict.js';
import { digits } from '../words.js';
import { fitting, inconsistent } from './inconsistent.js';

/** Paces are told in whole numbers: half of one, or this share, is no difference. */
const SLACK = { whole: 0.75, share: 0.15 };

export function checkPace(context: CheckContext): Check[] {
  return context.reading.sentences.flatMap(sentence => {
    const figures = figuresIn(context, sentence);
    const pace = figures.find(figure => isPace(context, figure));
    const count = pace && figures.find(({ unit, end, change }) => unit === pace.unit && end < pace.start && !change);
    const years = figures.find(({ unit, end }) => unit === 'year' && pace && end <= pace.start);
    if (!pace || !count || !years || years.value <= 0) return [];
    const isMonth = /^ \w+ month/.test(context.text.slice(pace.end, pace.end + 14));
    const found = count.value / years.value / (isMonth ? 12 : 1);
    const span = {
      ...pace,
      end: pace.end + /^ \w+ (?:year|month)/.exec(context.text.slice(pace.end, pace.end + 14))![0].length,
    };
    const why = `${digits(count.value)} in ${digits(years.value)} years = ${digits(found)} a ${isMonth ? 'month' : 'year'}; the article says ${digits(pace.value)}.`;
    const off = Math.abs(found - statedBy(context.text, pace).value);
    const value = { value: found, unit: `${pace.unit}/${isMonth ? 'month' : 'year'}` };
    return [
      off <= Math.max(SLACK.whole, SLACK.share * found) ? fitting(span, value, why) : inconsistent(span, value, why),
    ];
  });
}
