import type { Desk } from '../desk.js';
import type { Country } from '../reading.js';
import { loadPages } from './pages.js';

/**
 * The dossier of a pair as one HTML file: the page itself, with its styles and charts in it, and without scripts. It
 * opens from a disk, prints, and asks for nothing from anywhere.
 *
 * @throws WrongUse as `desk.dossier` does.
 */
export async function dossierFile(desk: Desk, a: Country, b: Country): Promise<string> {
  // Asked first, so that a wrong pair is the caller's error and not a page about it.
  await desk.dossier(a, b);
  const pages = await loadPages();
  const response = await pages.respond(new Request(`http://localhost/pair/${a}-${b}`), {
    desk,
    standalone: true,
    formToken: null,
    adding: null,
  });
  const page = await response.text();
  if (!response.ok) throw new Error(`the dossier page answered ${response.status}`);
  // The styles are in the page; what still points to their files would ask for them.
  return page.replace(/\s*<link [^>]*rel="stylesheet"[^>]*>/g, '');
}
