import { error } from '@sveltejs/kit';
import { svgFile } from '$lib/chart-file';
import { chartOf, download } from '$lib/chart-of';
import { pngOf } from '$lib/chart-png';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair, subject }, locals: { desk } }) => {
  const png = pngOf(svgFile(await chartOf(desk, pair, subject)));
  if (!png) error(501, 'This machine has no font to draw letters with; take the SVG.');
  return download(png, 'image/png', `${pair}-${subject}.png`);
};
