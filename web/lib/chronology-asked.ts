/** What the address of a chronology asks for: the filters stand in it, so that it can be cited. */
import type { ChronologyAsked } from '$upperhand/dossier/chronology/chronology.js';
import type { ConcordanceAsked } from '$upperhand/dossier/chronology/concordance.js';
import { daysAsked } from '$upperhand/dossier/day-asked.js';
import { asked } from './asked';
import { partAsked } from './paged';

/** The longest text that is looked for. */
const LONGEST = 200;

export async function chronologyAsked(search: URLSearchParams, usual: number): Promise<ChronologyAsked> {
  return {
    types: search.getAll('type').filter(type => type !== ''),
    text: words(search.get('text')),
    outlet: words(search.get('outlet')) || null,
    parties: search.get('parties') === 'either' ? 'either' : 'both',
    ...(await when(search)),
    ...partAsked(search, usual),
  };
}

/** `null` where no phrase is asked for. */
export async function concordanceAsked(search: URLSearchParams, usual: number): Promise<ConcordanceAsked | null> {
  const phrase = words(search.get('phrase'));
  if (!phrase) return null;
  return { phrase, ...(await when(search)), ...partAsked(search, usual) };
}

async function when(search: URLSearchParams) {
  const [from, to] = await asked((async () => [daysAsked(search.get('from')), daysAsked(search.get('to'))])());
  const order = search.get('order') === 'oldest' ? ('oldest' as const) : ('newest' as const);
  return { from: from?.from ?? null, to: to?.to ?? null, order };
}

function words(text: string | null): string {
  return (text ?? '').trim().slice(0, LONGEST);
}
