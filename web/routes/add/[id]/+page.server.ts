import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { adding }, setHeaders }) => {
  const addition = adding?.addition(params.id);
  if (!addition) error(404, 'Nothing is being added under this address; the server may have been started anew since.');
  const [only, ...others] = addition.articles;
  if (addition.done && only?.article && others.length === 0) redirect(303, `/article/${only.article}`);
  setHeaders({ 'cache-control': 'no-store' });
  return { addition };
};
