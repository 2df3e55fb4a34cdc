import { asked } from '$lib/asked';
import { download } from '$lib/chart-of';
import { calendarOf } from '$upperhand/dossier/calendar.js';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  return download(calendarOf(await asked(desk.dossier(a, b))), 'text/calendar; charset=utf-8', `${pair}.ics`);
};
