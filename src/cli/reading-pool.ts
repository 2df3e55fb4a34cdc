/**
 * Readings made in processes of their own, on one or several processor cores. Whatever a text does to a process - it
 * never ends, it takes all memory, it ends at once -, that text alone is given up, and a new process reads the rest.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { BadInput } from '../errors.js';
import type { Tasks } from './reading-tasks.js';

export interface ReadingPool {
  /** As many tasks may be handed to it before the first is waited for; more only wait. */
  ahead: number;
  /**
   * Has a task done, by one of TASKS.
   *
   * @throws BadInput where the text is no article, or could not be read within time and memory; Error for a fault of ours.
   */
  ask<T extends keyof Tasks>(task: T, value: Parameters<Tasks[T]>[0], name: string): Promise<ReturnType<Tasks[T]>>;
  /** Ends all processes, whatever they do. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** How many processes read; default 1. They are started when they are needed. */
  cores?: number;
  /** Seconds that one article may take; default 120. */
  deadline?: number | undefined;
  /** The script of the processes; default: the reader. */
  script?: URL;
  /** Megabytes of JavaScript objects that a process may hold; default 2,000. */
  memory?: number;
}

/** Seconds that one article may take. */
export const DEADLINE = 120;

/**
 * How V8 is set for reading. A reading makes many small objects that are soon done with: with more room for them (megabytes;
 * by default 16) they are cleared away less often, and fewer are carried over.
 */
const V8_SETTINGS = ['--min-semi-space-size=16', '--max-semi-space-size=64'];

/** A process has its next task at hand while the answer to one is on its way. */
const EACH = 2;

/**
 * Of short texts it has as many at hand as it reads in about half a second, in characters or bytes, but so many tasks at
 * most: while articles are written into the record, nobody hands it more.
 */
const AT_HAND = 20_000;
const MOST_AT_HAND = 32;

/** A task that was asked for. */
interface Job {
  number: number;
  /** Characters or bytes of what is to be worked on. */
  size: number;
  task: keyof Tasks;
  value: unknown;
  name: string;
  resolve(value: never): void;
  reject(error: Error): void;
}

/** A process, with what it was given and has not answered yet: the first is what it is busy with. */
interface Reader {
  process: ChildProcess;
  ready: boolean;
  doing: Job[];
  clock: NodeJS.Timeout | undefined;
  /** The last it wrote to its standard error. */
  said: string;
  /** Why it is ended, where we end it. */
  ended: string | null;
  gone: Promise<void>;
}

/** Opens a pool; no process is started before the first task. */
export function readingPool(options: PoolOptions = {}): ReadingPool {
  const { cores = 1, deadline = DEADLINE, memory = 2000 } = options;
  const script = options.script ?? new URL('./reading-process.js', import.meta.url);
  const queue: Job[] = [];
  const readers = new Set<Reader>();
  let asked = 0;

  /** Hands the waiting tasks to processes that have room; the idle first, then a new one, then the one with least to do. */
  function hand(): void {
    while (queue.length > 0) {
      const [least] = [...readers].sort((one, other) => atHand(one) - atHand(other));
      const reader = (least?.doing.length ?? EACH) > 0 && readers.size < cores ? start() : least;
      if (!reader || !hasRoom(reader)) return;
      const job = queue.shift()!;
      reader.doing.push(job);
      // A process that is just gone is told of by its exit, with its tasks.
      reader.process.send({ number: job.number, task: job.task, value: job.value }, () => undefined);
      if (reader.doing.length === 1) time(reader);
    }
  }

  function start(): Reader {
    const child = fork(script, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`, ...V8_SETTINGS],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const gone = new Promise<void>(resolve => child.once('close', () => resolve()));
    const reader: Reader = { process: child, ready: false, doing: [], clock: undefined, said: '', ended: null, gone };
    readers.add(reader);
    child.stderr!.on('data', chunk => (reader.said = (reader.said + chunk).slice(-4000)));
    child.on('message', message => answered(reader, message));
    child.once('error', error => (reader.said += error.message));
    child.once('close', (code, signal) => lost(reader, signal ?? `exit ${code}`));
    return reader;
  }

  function answered(reader: Reader, message: unknown): void {
    if (message === 'ready') reader.ready = true;
    else {
      const { value, fault, byUser } = message as { value?: never; fault?: string; byUser?: boolean };
      const job = reader.doing.shift()!;
      if (fault === undefined) job.resolve(value as never);
      else job.reject(byUser ? new BadInput(fault) : new Error(`${job.name}: the reader failed (${fault})`));
    }
    time(reader);
    hand();
  }

  /** Starts the clock for what the process is busy with; getting ready has its own. */
  function time(reader: Reader): void {
    clearTimeout(reader.clock);
    if (reader.doing.length === 0) return;
    const seconds = reader.ready ? deadline : Math.max(deadline, DEADLINE);
    reader.clock = setTimeout(() => {
      reader.ended = `it was not read within ${seconds} seconds; split it, or give it longer with --deadline`;
      reader.process.kill('SIGKILL');
    }, seconds * 1000);
  }

  /** A process is gone: what it was busy with is given up, what it had at hand goes to another. */
  function lost(reader: Reader, end: string): void {
    clearTimeout(reader.clock);
    readers.delete(reader);
    const [culprit, ...others] = reader.doing;
    queue.unshift(...others);
    if (culprit) {
      const outOfMemory = /out of memory|Allocation failed|invalid.*size/i.test(reader.said);
      const why =
        reader.ended ??
        (!reader.ready
          ? `no reader could be started (${reader.said.trim().split('\n').at(-1) || end})`
          : outOfMemory
            ? `reading it takes more than ${memory} MB of memory; split it`
            : `the reader ended while it was read (${end})`);
      culprit.reject(new BadInput(`${culprit.name}: ${why}`));
    }
    hand();
  }

  return {
    ahead: cores * MOST_AT_HAND + 1,
    ask: (task, value, name) =>
      new Promise((resolve, reject) => {
        const size = 'text' in value ? value.text.length : value.bytes.length;
        queue.push({ number: ++asked, size, task, value, name, resolve, reject });
        hand();
      }),
    close: async () => {
      queue.length = 0;
      const all = [...readers];
      for (const { process: child } of all) child.kill('SIGKILL');
      await Promise.all(all.map(({ gone }) => gone));
    },
  };
}

function atHand({ doing }: Reader): number {
  return doing.reduce((sum, { size }) => sum + size, 0);
}

function hasRoom(reader: Reader): boolean {
  const { length } = reader.doing;
  return length < EACH || (length < MOST_AT_HAND && atHand(reader) < AT_HAND);
}

/** Does some work with a pool and closes it whatever comes. */
export async function withPool<T>(options: PoolOptions, work: (pool: ReadingPool) => Promise<T>): Promise<T> {
  const pool = readingPool(options);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
