import { json } from '@sveltejs/kit';
import { asked } from '$lib/asked';
import { exitQuestion } from '$upperhand/dossier/exit-what-if.js';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { desk } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const answer = await asked(
    (async () =>
      desk.exitWhatIf(
        a,
        b,
        exitQuestion(name => url.searchParams.get(name)),
      ))(),
  );
  // Every place of a slider is an address: none is worth keeping.
  return json(answer, { headers: { 'cache-control': 'no-store' } });
};
