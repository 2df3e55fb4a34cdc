import { error } from '@sveltejs/kit';
import { svgFile } from '$lib/chart-file';
import { download } from '$lib/chart-of';
import { pngOf } from '$lib/chart-png';
import { movementChartOf } from '$lib/movement-of';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) => {
  const png = pngOf(svgFile(await movementChartOf(desk, pair)));
  if (!png) error(501, 'This machine has no font to draw letters with; take the SVG.');
  return download(png, 'image/png', `${pair}-movement.png`);
};
