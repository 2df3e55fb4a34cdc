import { error, json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { desk } }) => {
  const article = await asked(desk.article(params.id));
  if (!article) error(404, 'No article of this id is in the record.');
  return json(article);
};
