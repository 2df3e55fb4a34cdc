import { error, fail, redirect } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { countryNames } from '$lib/country-names';
import { mendable, takenForm, wordsOf } from '$lib/taken-form';
import { backWith, pairIn, wayBack } from '$lib/way-back';
import type { Desk } from '$upperhand/desk.js';
import { kindWords } from '$upperhand/dossier/chronology/kinds.js';
import type { DecisionTarget } from '$upperhand/dossier/deciding.js';
import { WrongUse } from '$upperhand/errors.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk } }) => {
  if (!desk.keeps) return { target: null, kind: '', back: '/', names: {}, pair: null };
  const target = await targetOf(desk, params.target);
  const back = wayBack(url.searchParams.get('back'), homeOf(target));
  const kind = target.kind === 'event' ? kindWords(target.event.type) : '';
  return { target, kind, back, names: countryNames(desk), pair: pairIn(back) ?? target.pair };
};

export const actions: Actions = {
  default: async ({ request, params, locals }) => {
    const { desk } = locals;
    const form = await takenForm(request, locals);
    const values = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >;
    const verb = VERBS.find(one => one === values.verb);
    const target = await targetOf(desk, params.target);
    const back = wayBack(wordsOf(form, 'back'), homeOf(target));
    let id: string;
    try {
      if (!verb) throw new WrongUse('Say what you decide.');
      const set = verb === 'correct' ? changedFields(target, values) : {};
      const { by = '', reason = '' } = values;
      const others = verb === 'merge' || verb === 'split' ? chosen(form, verb) : [];
      ({ id } = await desk.decide({ verb, targets: [params.target, ...others], by, reason, set }));
    } catch (failure) {
      const ticked = { merge: chosen(form, 'merge'), split: chosen(form, 'split') };
      return fail(400, { why: mendable(failure), values, ticked, back });
    }
    // An event is named by what tells of it: its page may be gone once that was decided.
    if (target.kind === 'event' && verb !== 'note' && back === homeOf(target)) redirect(303, `/corrections/${id}`);
    redirect(303, backWith(back, id, pairIn(back) ?? target.pair));
  },
};

const VERBS = ['accept', 'correct', 'reject', 'merge', 'split', 'note'] as const;

/** The events that are to be one with this, or the claims that tell of another: those that were ticked, or named. */
function chosen(form: FormData, verb: 'merge' | 'split'): string[] {
  const named = wordsOf(form, `${verb}-other`).trim();
  return [...form.getAll(verb).filter(one => typeof one === 'string'), ...(named ? [named] : [])];
}

async function targetOf(desk: Desk, name: string): Promise<DecisionTarget> {
  const target = await asked(desk.decisionTarget(name));
  if (!target) error(404, 'The record has no claim and no event of this name.');
  return target;
}

/** Where a decision leads when nobody says where its maker came from. */
function homeOf(target: DecisionTarget): string {
  return target.kind === 'claim' ? `/article/${target.article.id}#claim-${target.claim.id}` : `/decide/${target.name}`;
}

function changedFields({ fields }: DecisionTarget, values: Record<string, string>): Record<string, string> {
  const changed = fields.filter(
    ({ field, value }) => values[`set-${field}`] !== undefined && values[`set-${field}`] !== value,
  );
  if (changed.length === 0) throw new WrongUse('Nothing was changed: correct a field, or choose otherwise.');
  return Object.fromEntries(changed.map(({ field }) => [field, values[`set-${field}`]!]));
}
