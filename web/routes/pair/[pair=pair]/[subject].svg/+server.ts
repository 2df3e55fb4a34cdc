import { svgFile } from '$lib/chart-file';
import { chartOf, download } from '$lib/chart-of';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair, subject }, locals: { desk } }) =>
  download(svgFile(await chartOf(desk, pair, subject)), 'image/svg+xml', `${pair}-${subject}.svg`);
