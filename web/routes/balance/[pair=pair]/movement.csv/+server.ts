import { download } from '$lib/chart-of';
import { csvOf } from '$lib/chart-table';
import { movementChartOf } from '$lib/movement-of';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) =>
  download(csvOf(await movementChartOf(desk, pair)), 'text/csv; charset=utf-8', `${pair}-movement.csv`);
