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
  return { target, kind, back, names: countryNames(desk), pair: await pairOf(desk, target, back) };
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
      ({ id } = await desk.decide({ verb, targets: [params.target], by, reason, set }));
    } catch (failure) {
      return fail(400, { why: mendable(failure), values, back });
    }
    redirect(303, backWith(back, id, await pairOf(desk, target, back)));
  },
};

const VERBS = ['accept', 'correct', 'reject', 'note'] as const;

async function targetOf(desk: Desk, name: string): Promise<DecisionTarget> {
  const target = await asked(desk.decisionTarget(name));
  if (!target) error(404, 'The record has no claim and no event of this name.');
  return target;
}

/** Where a decision leads when nobody says where its maker came from. */
function homeOf(target: DecisionTarget): string {
  return target.kind === 'claim' ? `/article/${target.article.id}#claim-${target.claim.id}` : `/decide/${target.name}`;
}

/** The pair whose verdict is watched: that of the page, else that of the article, else the parties of the event. */
async function pairOf(desk: Desk, target: DecisionTarget, back: string): Promise<[string, string] | null> {
  const here = pairIn(back);
  if (here) return here;
  if (target.kind === 'claim') return (await asked(desk.article(target.article.id)))?.pair ?? null;
  const [a, b] = [...new Set([...target.event.source, ...target.event.target])].filter(
    code => /^[A-Z]{3}$/.test(code) && code !== 'IGO',
  );
  return a && b ? [a, b] : null;
}

function changedFields({ fields }: DecisionTarget, values: Record<string, string>): Record<string, string> {
  const changed = fields.filter(
    ({ field, value }) => values[`set-${field}`] !== undefined && values[`set-${field}`] !== value,
  );
  if (changed.length === 0) throw new WrongUse('Nothing was changed: correct a field, or choose otherwise.');
  return Object.fromEntries(changed.map(({ field }) => [field, values[`set-${field}`]!]));
}
