import { asked } from '$lib/asked';
import { download } from '$lib/chart-of';
import { chronologyAsked } from '$lib/chronology-asked';
import { evidenceId } from '$lib/evidence-id';
import { MOST } from '$lib/paged';
import { csvTable } from '$upperhand/csv-table.js';
import type { RequestHandler } from './$types';

/** All events that are asked for, not a page of them. */
export const GET: RequestHandler = async ({ params: { pair }, url, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  const wanted = { ...(await chronologyAsked(url.searchParams, MOST)), offset: 0, limit: Number.POSITIVE_INFINITY };
  const { events } = await asked(desk.chronology(a, b, wanted));
  const table = csvTable(
    [
      'event',
      'type',
      'from',
      'to',
      'modality',
      'not done',
      'source',
      'target',
      'words',
      'articles',
      'rows',
      'outlets',
      'disputed',
      'evidence',
    ],
    events.map(event => [
      event.id,
      event.type,
      event.from,
      event.to,
      event.modality,
      event.negated ? 'yes' : '',
      event.source.join(' '),
      event.target.join(' '),
      event.words,
      event.reports,
      event.rows,
      event.outlets.join('; '),
      event.disputed.map(({ field }) => field).join(' '),
      event.evidence.map(evidenceId).join('; '),
    ]),
  );
  return download(table, 'text/csv; charset=utf-8', `${pair}-chronology.csv`);
};
