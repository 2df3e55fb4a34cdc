import { error } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { svgFile } from '$lib/chart-file';
import { download } from '$lib/chart-of';
import { chronologyAsked } from '$lib/chronology-asked';
import { SHOWN } from '$lib/paged';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, url, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  const { strip } = await asked(desk.chronology(a, b, await chronologyAsked(url.searchParams, SHOWN)));
  if (!strip) error(404, 'Too few events have a day for a chart.');
  return download(svgFile(strip), 'image/svg+xml', `${pair}-chronology.svg`);
};
