import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Models and tables are loaded once for all files of a worker: loading them for each file took half of the time. No
    // test replaces a module or keeps anything in one, and what a test changes of the process it puts back.
    isolate: false,
    maxWorkers: availableParallelism(),
  },
});
