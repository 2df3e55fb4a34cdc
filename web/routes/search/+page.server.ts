import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { neighbours, SHOWN } from '$lib/paged';
import { searchAsked } from '$lib/search-asked';
import { kindWords } from '$upperhand/dossier/chronology/kinds.js';
import { claimKinds, PLOVER_TYPES } from '$upperhand/reading.js';
import type { PageServerLoad } from './$types';

const MODALITIES = ['happened', 'announced', 'expected', 'proposed', 'conditional', 'alleged', 'denied'];

export const load: PageServerLoad = async ({ url, locals: { desk } }) => {
  const query = await searchAsked(url.searchParams, SHOWN);
  const result = query && (await asked(desk.search(query)));
  const found = result?.found ?? 0;
  const written = (name: string) => url.searchParams.get(name) ?? '';
  return {
    query,
    result,
    written: {
      q: written('q'),
      actor: written('actor'),
      kind: written('kind'),
      from: written('from'),
      to: written('to'),
      outlet: written('outlet'),
    },
    kinds: [
      { title: 'Kinds of claim', values: claimKinds.map(kind => ({ value: kind as string, words: kind as string })) },
      { title: 'Deeds', values: PLOVER_TYPES.map(type => ({ value: type as string, words: kindWords(type) })) },
      { title: 'What became of the deed', values: MODALITIES.map(modality => ({ value: modality, words: modality })) },
    ],
    names: countryNames(desk),
    search: url.search,
    ...neighbours(url, query ?? { offset: 0, limit: SHOWN }, found),
  };
};
