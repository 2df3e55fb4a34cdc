import { fail } from '@sveltejs/kit';
import { countryNames } from '$lib/country-names';
import { evidenceSays } from '$lib/evidence-says';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals: { desk } }) => {
    const text = String((await request.formData()).get('text') ?? '');
    try {
      const article = await desk.readDraft(text);
      return { article, names: countryNames(desk), says: await evidenceSays(desk, article) };
    } catch (failure) {
      // What cannot be read is the reader's to mend, with the text still in the box.
      if ((failure as { exitCode?: number }).exitCode !== 3) throw failure;
      return fail(400, { text, why: (failure as Error).message });
    }
  },
};
