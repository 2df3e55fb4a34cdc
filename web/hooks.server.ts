import type { Handle, HandleServerError } from '@sveltejs/kit';

/** A page saved as a file brings its policy with it: nothing in it runs, and nothing is fetched. */
const FILE_POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:" />`;

/** Hands each page the desk of the process that serves it. */
export const handle: Handle = ({ event, resolve }) => {
  const { platform } = event;
  if (!platform) throw new Error('the pages need a desk: serve them with `upperhand serve`');
  event.locals.desk = platform.desk;
  event.locals.standalone = platform.standalone;
  event.locals.formToken = platform.formToken;
  event.locals.adding = platform.adding;
  if (!platform.standalone) return resolve(event);
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('<head>', `<head>\n    ${FILE_POLICY}`) });
};

export const handleError: HandleServerError = ({ error, status }) => {
  if (status >= 500) process.stderr.write(`upperhand: ${error instanceof Error ? error.stack : error}\n`);
  return { message: status === 404 ? 'There is no such page.' : 'This page could not be made.' };
};
