import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The whole log, the latest first. */
export const GET: RequestHandler = async ({ locals: { desk } }) => json({ decisions: await desk.decisions() });
