import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { pairIn } from '$lib/way-back';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { desk, standalone, formToken }, url, route }) => {
  const decided = standalone ? null : url.searchParams.get('decided');
  const pair = pairIn(url.pathname) ?? pairIn(`/pair/${url.searchParams.get('of')}`);
  const moved = decided && pair ? await asked(desk.moved(decided, pair)) : null;
  const names = moved ? countryNames(desk) : {};
  return {
    standalone,
    keeps: desk.keeps,
    token: formToken?.value ?? '',
    here: url.pathname + url.search,
    moved,
    movedNames: (moved?.pair ?? ['', '']).map(code => names[code] ?? code) as [string, string],
    notes: desk.keeps && !standalone && takesNotes(route.id) ? await desk.notesOn(url.pathname) : null,
  };
};

/** The pages that people write notes on: what is said there is about a pair or an article. */
function takesNotes(route: string | null): boolean {
  return /^\/(?:pair|balance|article)\//.test(route ?? '');
}
