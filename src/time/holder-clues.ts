/** Clues by who holds an office: "President Joe Biden said on Monday" was written while he was president. */
import { type Holding, knownHoldings } from '../actors/holders.js';
import type { Sentence } from '../language/sentence.js';
import { addDays } from './calendar.js';
import type { DateClue } from './date-clue.js';

/** A title right before a name, and the offices of data/actors/leaders.csv that it may mean. */
const OFFICES: Record<string, string[]> = {
  president: ['president'],
  'prime minister': ['prime minister'],
  premier: ['prime minister', 'premier'],
  chancellor: ['chancellor', 'prime minister'],
  king: ['king', 'monarch'],
  'secretary-general': ['secretary-general'],
};

const TITLED =
  /\b(President|Prime Minister|Premier|Chancellor|King|Secretary-General) ((?:[\p{Lu}][\p{L}'’.-]+ ){0,3}[\p{Lu}][\p{L}'’-]+)/gu;
/** Titles that somebody bore once, or bears in part; they may stand a word before the title. */
const NOT_IN_OFFICE =
  /\b(?:former|ex|then|late|vice|deputy|acting|future|next|first|second|ousted|deposed|exiled|jailed|imprisoned|toppled)[ -](?:\p{L}+ )?$/iu;
/** What tells that the sentence speaks of the days of writing: somebody says something, or a day is near. */
const OF_TODAY =
  /\b(?:said|says|told|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|(?:this|next|last) (?:week|month))\b/;
/** Leaders are spoken of by their titles some days into the time of the next. */
const SLACK = 7;

/** The clues of one sentence. One that names a year speaks of the past. */
export function holderClues(text: string, { start, end }: Sentence): DateClue[] {
  const words = text.slice(start, end);
  if (!OF_TODAY.test(words) || /(?<!\d)(?:19|20)\d\d(?!\d)/.test(words)) return [];
  return [...words.matchAll(TITLED)].flatMap(hit => {
    if (NOT_IN_OFFICE.test(words.slice(Math.max(0, hit.index - 40), hit.index))) return [];
    const holdings = holdingsNamed(hit[1]!, hit[2]!);
    if (holdings.length === 0) return [];
    return [
      {
        text: `"${hit[0]}": in office ${holdings.map(({ from, to }) => `${from}–${to ?? ''}`).join(' or ')}`,
        ranges: holdings.map(({ from, to }) => ({ from, to: to && addDays(to, SLACK) })),
        start: start + hit.index,
        end: start + hit.index + hit[0].length,
        strength: 'weak' as const,
      },
    ];
  });
}

let byFullName: Map<string, Holding[]> | null = null;

/** The times in that office of the person named in full; a surname alone may be anybody's. */
function holdingsNamed(title: string, name: string): Holding[] {
  byFullName ??= indexed();
  const offices = OFFICES[title.toLowerCase()]!;
  const words = name.replace(/['’]s$/, '').split(' ');
  for (let count = words.length; count >= 2; count--) {
    const found = byFullName.get(words.slice(0, count).join(' '))?.filter(({ office }) => offices.includes(office));
    if (found?.length) return found;
  }
  return [];
}

function indexed(): Map<string, Holding[]> {
  const index = new Map<string, Holding[]>();
  for (const holding of knownHoldings()) {
    for (const name of [holding.person, ...holding.spellings]) {
      index.set(name, [...(index.get(name) ?? []), holding]);
    }
  }
  return index;
}
