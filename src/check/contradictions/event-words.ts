import { countryName } from '../../actors/countries.js';
import type { RecordedEvent } from '../../record/evidence.js';
import { dayWords } from '../words.js';

/** An event in a few words: `visit, Kenya to Peru, 4 Mar 2024`. */
export function eventWords({ type, mode, source, target, names, from, precision }: RecordedEvent): string {
  const named = (countries: string[]) => countries.map(code => (code === 'IGO' ? names[0] : null) ?? countryName(code));
  const mutual = source.length > 1 && source.join() === target.join();
  const parties = mutual
    ? named(source).join(' and ')
    : [named(source).join(' and '), named(target).join(' and ')].filter(Boolean).join(' to ');
  return [
    (mode ?? type.toLowerCase()).replaceAll('-', ' '),
    parties,
    ...(from && precision === 'day' ? [dayWords(from)] : []),
  ].join(', ');
}
