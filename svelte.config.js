import { readFileSync, writeFileSync } from 'node:fs';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/**
 * The pages live in web/ and are built into dist/pages, beside the library; neither build touches the other's files.
 * They hold no knowledge of their own: the process that serves them hands them a desk (src/desk.ts) with each request.
 *
 * @type {import('@sveltejs/kit').Config}
 */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: inProcess('dist/pages'),
    files: { src: 'web', assets: 'web/static' },
    // The built library: its types, and the wording of numbers and days.
    alias: { $upperhand: 'dist' },
    // Styles stand in the page itself, so a page saved as a file is whole.
    inlineStyleThreshold: 200_000,
    csp: {
      // By the hash of what it holds, so that the same page is the same bytes and can be kept.
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none'],
      },
    },
    // The same sources give the same build.
    version: { name: version },
  },
};

/**
 * Writes the pages as a module that answers a request in process (src/server/pages.ts uses it): the same code serves
 * them over HTTP and renders a dossier into one file. The usual adapter for Node brings a server of its own and keeps
 * the renderer to itself.
 *
 * @param {string} out
 * @returns {import('@sveltejs/kit').Adapter}
 */
function inProcess(out) {
  return {
    name: 'upperhand-pages',
    adapt(builder) {
      builder.rimraf(out);
      builder.writeClient(`${out}/client`);
      builder.writeServer(`${out}/server`);
      const manifest = builder.generateManifest({ relativePath: './' });
      writeFileSync(`${out}/server/manifest.js`, `export const manifest = ${manifest};\n`);
    },
  };
}
