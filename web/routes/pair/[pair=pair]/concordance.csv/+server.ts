import { error } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { download } from '$lib/chart-of';
import { concordanceAsked } from '$lib/chronology-asked';
import { evidenceId } from '$lib/evidence-id';
import { MOST } from '$lib/paged';
import { csvTable } from '$upperhand/csv-table.js';
import type { RequestHandler } from './$types';

/** All places, not a page of them. */
export const GET: RequestHandler = async ({ params: { pair }, url, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  const wanted = await concordanceAsked(url.searchParams, MOST);
  if (!wanted) error(400, 'Which phrase? Add ?phrase= with the words.');
  const { lines } = await asked(desk.concordance(a, b, { ...wanted, offset: 0, limit: Number.POSITIVE_INFINITY }));
  const table = csvTable(
    ['day', 'speaker', 'outlet', 'before', 'found', 'after', 'evidence'],
    lines.map(({ day, speaker, outlet, before, found, after, evidence }) => [
      day,
      speaker,
      outlet,
      before,
      found,
      after,
      evidenceId(evidence),
    ]),
  );
  return download(table, 'text/csv; charset=utf-8', `${pair}-concordance.csv`);
};
