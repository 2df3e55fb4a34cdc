/**
 * The errors a user can do something about. Each becomes one line on standard error and the exit code it names;
 * anything else that is thrown is a fault of ours and keeps its stack trace.
 */
export class UserError extends Error {
  /** Exit code of the command line: 2 wrong use, 3 bad input, 4 the record cannot be used. */
  readonly exitCode: 2 | 3 | 4;

  constructor(message: string, exitCode: 2 | 3 | 4) {
    super(message);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}

/** The call was put wrongly: an unknown country, the same country twice, a flag that does not fit. */
export class WrongUse extends UserError {
  constructor(message: string) {
    super(message, 2);
  }
}

/** What was handed in cannot be read: a missing, empty or binary file, a table with a wrong header. */
export class BadInput extends UserError {
  constructor(message: string) {
    super(message, 3);
  }
}

/** The record cannot be used: held by another process, truncated, of an unknown version. */
export class RecordUnusable extends UserError {
  constructor(message: string) {
    super(message, 4);
  }
}
