import { chartOf, download } from '$lib/chart-of';
import { csvOf } from '$lib/chart-table';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair, subject }, locals: { desk } }) =>
  download(csvOf(await chartOf(desk, pair, subject)), 'text/csv; charset=utf-8', `${pair}-${subject}.csv`);
