import { WrongUse } from '../errors.js';
import type { SearchHit } from '../record/search.js';
import { withRecord } from './keep.js';
import { json, plain, print, tell } from './print.js';
import { claimLine } from './reading-text.js';

/** `upperhand search`: sentences of the kept articles, and what was read in them. @throws WrongUse for no words. */
export async function search(
  phrases: string[],
  options: { limit: number; record: string; json?: boolean },
): Promise<number> {
  if (phrases.every(phrase => phrase.trim() === '')) throw new WrongUse('search for what? Give a word or more');
  return withRecord(options.record, {}, async record => {
    const hits = await record.search(phrases);
    const shown = hits.slice(0, options.limit);
    if (options.json) await print(json({ found: hits.length, hits: shown }));
    else for (const hit of shown) await print(plain(hitText(hit)));
    if (!options.json) tell(`${shown.length} of ${hits.length} sentences shown`);
    return 0;
  });
}

function hitText(hit: SearchHit): string {
  const { value, earliest, latest } = hit.date;
  const day = value ?? (earliest || latest ? `${earliest ?? '…'} to ${latest ?? '…'}` : 'no date');
  // A claim's span counts from the start of the text; the sentence starts later.
  const claims = hit.claims.map(claim => {
    const span = { start: claim.start - hit.start, end: claim.end - hit.start };
    return `  - ${claimLine({ ...claim, ...span }, hit.sentence)}`;
  });
  return [`${hit.article}  ${hit.title ?? 'untitled'}, ${day}`, hit.sentence.replace(/\s+/g, ' '), ...claims, ''].join(
    '\n',
  );
}
