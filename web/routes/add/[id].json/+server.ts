import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { adding } }) => {
  const addition = adding?.addition(params.id);
  if (!addition) error(404, 'Nothing is being added under this address.');
  return json(addition, { headers: { 'cache-control': 'no-store' } });
};
