import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const PAGES = 'test/pages/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Models and tables are loaded once for all files of a worker: loading them for each file took half of the time. No
    // test replaces a module or keeps anything in one, and what a test changes of the process it puts back.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'library',
          include: ['test/**/*.test.ts'],
          exclude: [PAGES],
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      // A browser answers late on a machine that is busy with something else: its tests run behind the others, one by one.
      { extends: true, test: { name: 'pages', include: [PAGES], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
