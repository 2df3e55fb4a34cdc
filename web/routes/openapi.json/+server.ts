import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '$upperhand/knowledge.js';
import type { RequestHandler } from './$types';

/** The description of all JSON addresses; `node scripts/openapi.js` makes it. */
export const GET: RequestHandler = () =>
  new Response(readFileSync(join(packageRoot, 'schema/openapi.json'), 'utf8'), {
    headers: { 'content-type': 'application/json' },
  });
