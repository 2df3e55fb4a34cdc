import type { Token } from '../../language/sentence.js';
import { isVerb } from '../actions/tree.js';
import type { Scene } from './scene.js';
import { isPower, titleAt } from './vocabulary.js';

/** Furthest that an office's name may stand behind its verb, in words. */
const REACH = 12;
/** How many words behind the title its country may stand: "prime minister of the Republic of India". */
const REACH_OF_COUNTRY = 3;

/** An office by its name, with its country where that stands beside it, and one past its last token. */
export interface NamedOffice {
  office: string;
  country: string | null;
  end: number;
}

/** The office named from a token on: "the presidency", "prime minister of India", "a third term as president". */
export function officeBehind({ tree, mentions }: Scene, first: number): NamedOffice | null {
  const { tokens } = tree;
  const limit = Math.min(tokens.length, first + REACH);
  let term: string | null = null;
  let power: NamedOffice | null = null;
  for (let at = first; at < limit; at++) {
    if (/^[,;:.]$/.test(tokens[at]!.form) || (isVerb(tokens[at]!) && !/^VB[NG]$/.test(tokens[at]!.xpos))) break;
    const title = titleAt(tokens, at);
    if (title) {
      const country =
        mentions
          .within({
            start: tokens[first]!.start,
            end: tokens[Math.min(limit, title.end + REACH_OF_COUNTRY) - 1]!.end,
          })
          .find(({ countries }) => countries.length === 1)?.countries[0] ?? null;
      return { office: term ? `${title.office}, ${term}` : title.office, country, end: title.end };
    }
    const form = tokens[at]!.form.toLowerCase();
    if (form === 'term') {
      term = `${ordinalBefore(tokens, at)}term`;
      power = { office: term, country: null, end: at + 1 };
    } else if (isPower(form)) power ??= { office: form, country: null, end: at + 1 };
  }
  return power;
}

function ordinalBefore(tokens: Token[], term: number): string {
  for (let at = term - 1; at >= Math.max(0, term - 3); at--) {
    if (/^(?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))$/i.test(tokens[at]!.form))
      return `${tokens[at]!.form.toLowerCase()} `;
  }
  return '';
}
