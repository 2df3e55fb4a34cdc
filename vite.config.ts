import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // The build holds all it needs but what the library needs too.
  ssr: { noExternal: true, external: ['linkedom', '@resvg/resvg-js', 'fflate'] },
});
