import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Decisions on one page of the log. */
const SHOWN = 50;

export const load: PageServerLoad = async ({ url, locals: { desk } }) => {
  const all = await desk.decisions();
  const pages = Math.max(1, Math.ceil(all.length / SHOWN));
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > pages)
    error(404, `The log has ${pages === 1 ? 'one page' : `${pages} pages`}.`);
  return { logged: all.slice((page - 1) * SHOWN, page * SHOWN), count: all.length, page, pages };
};
