import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Desk } from '../desk.js';
import { RecordUnusable } from '../errors.js';
import { packageRoot } from '../knowledge.js';
import type { Adding } from './adding.js';
import type { FormToken } from './form-token.js';

/** What a page is handed with each request. */
export interface PageContext {
  desk: Desk;
  /** True for a page that becomes a file: no way leads out of it. */
  standalone: boolean;
  /** What a form that changes the record must bring back (form-token.ts); `null` for a page that becomes a file. */
  formToken: FormToken | null;
  /** What takes articles into the record; `null` where nothing can be added. */
  adding: Adding | null;
}

/** The built pages, in this process. */
export interface Pages {
  /** Answers a request with a page or its data. */
  respond(request: Request, context: PageContext): Promise<Response>;
  /** A file that pages refer to, or `null`. */
  file(path: string): Response | null;
}

/** The part of SvelteKit's server that is used here. */
interface Renderer {
  init(options: { env: Record<string, string> }): Promise<void>;
  respond(request: Request, options: { getClientAddress(): string; platform: PageContext }): Promise<Response>;
}

const built = join(packageRoot, 'dist', 'pages');

/** Loads the built pages, once. */
export function loadPages(): Promise<Pages> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pages> {
  const entry = join(built, 'server', 'index.js');
  if (!existsSync(entry)) throw new RecordUnusable('the pages are not built: run `npm run build` first');
  const { Server } = await import(pathToFileURL(entry).href);
  const { manifest } = await import(pathToFileURL(join(built, 'server', 'manifest.js')).href);
  const renderer: Renderer = new Server(manifest);
  await renderer.init({ env: {} });
  const files = filesOf(manifest.assets as Set<string>, manifest.mimeTypes as Record<string, string>);
  return {
    respond: (request, platform) => renderer.respond(request, { getClientAddress: () => '127.0.0.1', platform }),
    file: path => {
      const found = files.get(path);
      return found ? new Response(found.bytes, { headers: { 'content-type': found.type } }) : null;
    },
  };
}

/** The files the build names, by their address: nothing else of the disk can be asked for. */
function filesOf(names: Set<string>, types: Record<string, string>) {
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  for (const name of names) {
    const type = types[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
    files.set(`/${name}`, { bytes: new Uint8Array(readFileSync(join(built, 'client', name))), type });
  }
  return files;
}

let loaded: Promise<Pages> | undefined;
