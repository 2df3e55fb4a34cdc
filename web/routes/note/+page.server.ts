import { error, redirect } from '@sveltejs/kit';
import { mendable, takenForm, wordsOf } from '$lib/taken-form';
import { wayBack } from '$lib/way-back';
import type { Actions, PageServerLoad } from './$types';

/** Notes are written on the pages they belong to; there is nothing at this address to read. */
export const load: PageServerLoad = () => redirect(303, '/corrections');

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await takenForm(request, locals);
    const page = wayBack(wordsOf(form, 'page'), '/').replace(/[?#].*$/, '');
    const asked = {
      verb: 'note',
      targets: [`page:${page}`],
      by: wordsOf(form, 'by'),
      reason: wordsOf(form, 'reason'),
    } as const;
    let id: string;
    try {
      ({ id } = await locals.desk.decide({ ...asked, targets: [...asked.targets] }));
    } catch (failure) {
      error(400, mendable(failure));
    }
    redirect(303, `${page}#decision-${id}`);
  },
};
