import { CommanderError } from 'commander';
import { UserError } from '../errors.js';
import { endWithReader, tell, tellError } from './print.js';
import { program } from './program.js';

/** The exit code of a fault of the program itself (EX_SOFTWARE of sysexits.h). */
const FAULT = 70;

/**
 * Runs the command line.
 *
 * Every command loads what it stands on only when it is called, so that `--help` and wrong use answer at once.
 *
 * @param words as the system gives them: program, script, then the user's words.
 * @returns the exit code: 0 done, 1 a finding (`check --strict`), 2 wrong use, 3 bad input, 4 the record cannot be used,
 *   70 a fault of the program.
 */
export async function run(words: string[]): Promise<number> {
  endWithReader();
  const outcome = { code: 0 };
  try {
    await program(outcome).parseAsync(words);
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      tellError(error.message);
      return error.exitCode;
    }
    // A fault of the program, not of its user: the trace is for whoever mends it.
    tell(`upperhand: this should not have happened: ${error instanceof Error ? error.stack : error}`);
    return FAULT;
  }
}
