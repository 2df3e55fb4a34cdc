/**
 * Translates models/scoring.wat into models/scoring.wasm.
 *
 *     npx tsc -p tsconfig.tools.json && node .build/tools/models/compile-scoring.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { packageRoot } from '../src/knowledge.js';

/** The instructions of a WebAssembly text in binary. */
export async function compiled(text: string): Promise<Uint8Array> {
  const parsed = (await wabt()).parseWat('scoring.wat', text, { simd: true });
  return parsed.toBinary({}).buffer;
}

if (process.argv[1]?.endsWith('compile-scoring.js')) {
  const path = (ending: string) => join(packageRoot, 'models', `scoring.${ending}`);
  writeFileSync(path('wasm'), await compiled(readFileSync(path('wat'), 'utf8')));
}
