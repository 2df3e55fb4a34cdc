import { error, fail, redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { placeOf } from '$lib/decided-words';
import { mendable, takenForm, wordsOf } from '$lib/taken-form';
import { backWith, pairIn, wayBack } from '$lib/way-back';
import type { Desk } from '$upperhand/desk.js';
import type { LoggedDecision } from '$upperhand/dossier/deciding.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { desk } }) => {
  const logged = await loggedOf(desk, params.id);
  const pair = await pairOf(desk, logged);
  const moved = pair ? await asked(desk.moved(params.id, pair)) : null;
  return { logged, moved, names: countryNames(desk) };
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

/** The pair whose verdict a decision can move: that of its article, or of the parties it names. */
async function pairOf(desk: Desk, { decision }: LoggedDecision): Promise<[string, string] | null> {
  if (decision.verb === 'undo') {
    const undone = (await desk.decisions()).find(one => one.decision.id === decision.decision);
    return undone ? pairOf(desk, undone) : null;
  }
  if ('claim' in decision) return (await desk.article(decision.claim.article))?.pair ?? null;
  if ('page' in decision) return pairIn(placeOf(decision) ?? '');
  const parties = 'row' in decision ? [decision.row.a, decision.row.b] : codesIn(decision);
  const [a, b] = parties;
  return a && b && a !== b ? [a, b] : null;
}

/** The parties of an event stand in its id: `consult-chn-rus-2023-03-20`. */
function codesIn(decision: LoggedDecision['decision']): string[] {
  const id = 'event' in decision ? decision.event.event : 'events' in decision ? (decision.events[0]?.event ?? '') : '';
  return (
    /^[a-z]+-([a-z]{3})-([a-z]{3})\b/
      .exec(id)
      ?.slice(1)
      .map(code => code.toUpperCase()) ?? []
  );
}
