/**
 * Runs commands one after the other in this process, from the built library: hundreds of them in the time that a few
 * processes of their own would take. Sends back the exit code and what was written.
 */
import { run } from '../../dist/cli/main.js';

// Each command listens to it.
process.stdout.setMaxListeners(0);

const written = { stdout: '', stderr: '' };
for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
  process[stream].write = /** @type {typeof process.stdout.write} */ (
    chunk => {
      written[stream] += chunk;
      return true;
    }
  );
}

process.on('message', async words => {
  Object.assign(written, { stdout: '', stderr: '' });
  const code = await run(['node', 'upperhand', .../** @type {string[]} */ (words)]);
  process.send?.({ code, ...written });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
