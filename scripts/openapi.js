// Writes schema/openapi.json: schema/openapi.yaml with the schemas of all answers, made from the types themselves.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { createGenerator } from 'ts-json-schema-generator';

const root = join(fileURLToPath(import.meta.url), '../..');

/** The whole description as text, ending with a newline. */
export function openApiText() {
  const described = /** @type {any} */ (load(readFileSync(join(root, 'schema/openapi.yaml'), 'utf8')));
  const { definitions = {} } = createGenerator({
    path: join(root, 'src/server/answers.ts'),
    tsconfig: join(root, 'tsconfig.build.json'),
    type: 'Answers',
    // The project's own compiler has checked the types; this one is older.
    skipTypeCheck: true,
    encodeRefs: false,
    additionalProperties: false,
  }).createSchema('Answers');
  const { Answers: answers, ...schemas } = /** @type {Record<string, any>} */ (definitions);
  for (const { $ref } of /** @type {{ $ref: string }[]} */ (Object.values(answers.properties))) {
    const name = String($ref.split('/').at(-1));
    described.components.responses[name] = {
      description: `${name}.`,
      content: { 'application/json': { schema: { $ref } } },
    };
  }
  described.components.schemas = schemas;
  return `${JSON.stringify(named(described), null, 1)}\n`;
}

/** References where OpenAPI looks for them, by names that it allows: generic types have brackets in theirs. @param {object} value */
function named(value) {
  const name = (/** @type {string} */ text) => text.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/_$/, '');
  const text = JSON.stringify(value, (key, inner) => {
    if (key === '$ref')
      return inner.replace(
        /^#\/definitions\/(.+)$/,
        (/** @type {string} */ _, /** @type {string} */ own) => `#/components/schemas/${name(own)}`,
      );
    if (key !== 'schemas') return inner;
    return Object.fromEntries(Object.entries(inner).map(([own, schema]) => [name(own), schema]));
  });
  return JSON.parse(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'schema/openapi.json');
  writeFileSync(file, openApiText());
  // As the project formats its files, so that a change is a difference that can be read.
  execFileSync('npx', ['biome', 'format', '--write', file], { cwd: root, stdio: 'ignore' });
}
