import { fail, redirect } from '@sveltejs/kit';
import { takenForm, wordsOf } from '$lib/taken-form';
import { type GivenFile, MOST_FILES } from '$upperhand/server/adding.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { adding } }) => ({ adds: adding !== null, most: MOST_FILES });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await takenForm(request, locals);
    const [text, date] = [wordsOf(form, 'text'), wordsOf(form, 'date')];
    const refused = (why: string) => fail(400, { why, text, date });
    if (!locals.adding) return refused('Nothing can be added here: this server keeps no record.');
    const files = await filesIn(form);
    if (text.trim()) files.unshift({ name: 'pasted text', bytes: new TextEncoder().encode(text) });
    if (files.length === 0) return refused('Paste a text, or choose a file.');
    if (files.length > MOST_FILES) return refused(`${files.length} files: ${MOST_FILES} at most at once.`);
    const id = locals.adding.add(files, date ? { date } : {});
    if (id === null) return refused('Others are being read: wait until one of them is done.');
    redirect(303, `/add/${id}`);
  },
};

async function filesIn(form: FormData): Promise<GivenFile[]> {
  const files = form.getAll('files').filter(file => file instanceof File && (file.name || file.size)) as File[];
  return Promise.all(
    files.map(async file => ({ name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
