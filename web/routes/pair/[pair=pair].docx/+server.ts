import { asked } from '$lib/asked';
import { download } from '$lib/chart-of';
import { wordFile } from '$upperhand/dossier/word-file.js';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ params: { pair }, locals: { desk } }) => {
  const [a, b] = pair.split('-') as [string, string];
  return download(new Uint8Array(wordFile(await asked(desk.dossier(a, b)))), WORD, `${pair}.docx`);
};
