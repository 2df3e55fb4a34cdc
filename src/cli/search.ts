import { countryCode } from '../actors/countries.js';
import { countWords } from '../count-words.js';
import { WrongUse } from '../errors.js';
import type { SearchHit } from '../record/search/query.js';
import { givenDay, publicationDay } from './days.js';
import { withRecord } from './keep.js';
import { json, plain, print, tell } from './print.js';
import { claimLine } from './reading-text.js';

interface SearchOptions {
  actor?: string[];
  kind?: string[];
  from?: string;
  to?: string;
  outlet?: string;
  whole?: boolean;
  context?: number;
  limit: number;
  offset?: number;
  asOf?: string;
  ids?: boolean;
  record: string;
  json?: boolean;
}

/** `upperhand search`: sentences of the kept articles, and what was read in them. @throws WrongUse for nothing asked. */
export async function search(phrases: string[], options: SearchOptions): Promise<number> {
  const { actor = [], kind = [], context, limit } = options;
  const wanted = phrases.filter(phrase => /[\p{L}\p{N}]/u.test(phrase));
  if (wanted.length + actor.length + kind.length === 0)
    throw new WrongUse('search for what? Give a word, --actor or --kind');
  const query = {
    phrases: wanted,
    whole: options.whole ?? false,
    actors: actor.map(name => countryCode(name) ?? name),
    kinds: kind,
    from: givenDay(options.from, '--from'),
    to: givenDay(options.to, '--to'),
    outlet: options.outlet ?? null,
    limit,
    offset: options.offset ?? 0,
  };
  const asOf = givenDay(options.asOf, '--as-of');
  return withRecord(options.record, {}, async record => {
    const result = await record.search(query, asOf);
    if (options.json) await print(json(result));
    else
      for (const hit of result.hits)
        await print(plain(context === undefined ? hitText(hit, options.ids ?? false) : lineOf(hit, context)));
    if (!options.json)
      tell(
        `${result.hits.length} of ${countWords(result.found, 'sentence')} shown, of ${countWords(result.articles, 'article')}`,
      );
    return 0;
  });
}

function hitText(hit: SearchHit, ids: boolean): string {
  // A claim's span counts from the start of the text; the sentence starts later.
  const claims = hit.claims.map(claim => {
    const span = { start: claim.start - hit.start, end: claim.end - hit.start };
    const decided = hit.decided[claim.id] ? ` (${hit.decided[claim.id]} by a person)` : '';
    return `  - ${claimLine({ ...claim, ...span }, hit.sentence)}${decided}${ids ? ` ${hit.article}:${claim.id}` : ''}`;
  });
  return [
    `${hit.article}  ${hit.title ?? 'untitled'}, ${publicationDay(hit.date)}`,
    hit.sentence.replace(/\s+/g, ' '),
    ...claims,
    '',
  ].join('\n');
}

/** Keyword in context: so many characters on either side, the keyword below that of the line above. */
function lineOf(hit: SearchHit, width: number): string {
  const [{ start, end } = { start: 0, end: 0 }] = hit.found;
  const flat = (text: string) => text.replace(/\s/g, ' ');
  const before = flat(hit.sentence.slice(Math.max(0, start - width), start)).padStart(width);
  const after = flat(hit.sentence.slice(end, end + width)).padEnd(width);
  return `${before}[${flat(hit.sentence.slice(start, end))}]${after}  ${hit.article} ${publicationDay(hit.date)}`;
}
