/**
 * A process that reads: it does the tasks it is sent, one at a time, and sends back what came of them. What a text does to
 * it, it does to this process alone (reading-pool.ts).
 */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import { TASKS } from './reading-tasks.js';

// A function is translated with care only after four times as much use as usual: much of all processor time went into that,
// in threads beside the one that reads, which takes it from the other readers. A V8 that does not know this goes on without.
setFlagsFromString('--interrupt-budget=528000');

// Ctrl+C goes to all processes of a terminal: the one that asked decides when this one ends.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
endWithParent();

process.on('message', ({ number, task, value }: { number: number; task: keyof typeof TASKS; value: never }) => {
  try {
    process.send!({ number, value: TASKS[task](value) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.send!({ number, fault: message, byUser: error instanceof UserError });
  }
});
process.send!('ready');

/** A process that is busy does not hear that its parent is gone: a thread of its own looks every second. */
function endWithParent(): void {
  const watch = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL'); }, 1000)`;
  new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 } }).unref();
}
