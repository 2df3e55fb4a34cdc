import { error, fail, redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { mendable, takenForm, wordsOf } from '$lib/taken-form';
import { backWith, pairIn, wayBack } from '$lib/way-back';
import type { Desk } from '$upperhand/desk.js';
import type { LoggedDecision } from '$upperhand/dossier/deciding.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { desk } }) => {
  const logged = await loggedOf(desk, params.id);
  const pair = await pairOf(desk, logged);
  const moved = pair ? await asked(desk.moved(params.id, pair)) : null;
  const events = (await desk.decidedOn(params.id))?.events ?? [];
  return { logged, moved, events, names: countryNames(desk) };
};

export const actions: Actions = {
  default: async ({ request, params, locals }) => {
    const { desk } = locals;
    const form = await takenForm(request, locals);
    const logged = await loggedOf(desk, params.id);
    const back = wayBack(wordsOf(form, 'back'), `/corrections/${params.id}`);
    let id: string;
    try {
      const asked = { targets: [params.id], by: wordsOf(form, 'by'), reason: wordsOf(form, 'reason') };
      ({ id } = await desk.decide({ verb: 'undo', ...asked }));
    } catch (failure) {
      return fail(400, { why: mendable(failure) });
    }
    redirect(303, backWith(back, id, pairIn(back) ?? (await pairOf(desk, logged))));
  },
};

async function loggedOf(desk: Desk, id: string): Promise<LoggedDecision> {
  const found = (await desk.decisions()).find(({ decision }) => decision.id === id);
  if (!found) error(404, 'The log has no decision of this id.');
  return found;
}

/** The pair whose verdict a decision can move: of a note on a page, that of the page. */
async function pairOf(desk: Desk, { decision }: LoggedDecision): Promise<[string, string] | null> {
  if ('page' in decision) return pairIn(decision.page);
  return (await asked(desk.decidedOn(decision.id)))?.pair ?? null;
}
