import { svgFile } from '$lib/chart-file';
import { download } from '$lib/chart-of';
import { movementChartOf } from '$lib/movement-of';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) =>
  download(svgFile(await movementChartOf(desk, pair)), 'image/svg+xml', `${pair}-movement.svg`);
