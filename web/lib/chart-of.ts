import { error } from '@sveltejs/kit';
import type { Desk } from '$upperhand/desk.js';
import type { Chart } from '$upperhand/dossier/section.js';
import { asked } from './asked';

/** The chart of one subject of a dossier, or the page that says that there is none. */
export async function chartOf(desk: Desk, pair: string, subject: string): Promise<Chart> {
  const [a, b] = pair.split('-') as [string, string];
  const { sections } = await asked(desk.dossier(a, b));
  const chart = sections.find(({ id }) => id === subject)?.chart;
  if (!chart) error(404, 'There is no chart of that subject.');
  return chart;
}

/** A file to keep, named after the pair and the subject. */
export function download(content: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(content, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}
