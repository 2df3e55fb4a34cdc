#!/usr/bin/env node
// The command line. In a fresh clone it first installs and builds what it runs on.
import { existsSync } from 'node:fs';

const ready = new URL('../scripts/ready.js', import.meta.url);
if (existsSync(ready)) await (await import(ready.href)).ready({ pages: false, quiet: true });
const { run } = await import(new URL('../dist/cli/main.js', import.meta.url).href);
process.exitCode = await run(process.argv);
