import { json } from '@sveltejs/kit';
import { movementOf } from '$lib/movement-of';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) =>
  json((await movementOf(desk, pair)).movement);
