import { error, redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { SHOWN } from '$lib/paged';
import type { RequestHandler } from './$types';

/** The permalink of an event: leads to where it stands in the chronology, on whichever page of it that is now. */
export const GET: RequestHandler = async ({ params: { pair, event }, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  for (const parties of ['both', 'either'] as const) {
    const place = await asked(desk.placeInChronology(a, b, event, { parties }));
    if (place < 0) continue;
    const search = new URLSearchParams();
    if (parties === 'either') search.set('parties', parties);
    if (place >= SHOWN) search.set('offset', String(place - (place % SHOWN)));
    redirect(303, `/pair/${pair}/chronology${search.size ? `?${search}` : ''}#${encodeURIComponent(event)}`);
  }
  error(404, 'No event of this id is on record for the pair.');
};
