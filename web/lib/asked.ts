import { error } from '@sveltejs/kit';

/**
 * What was asked of the desk, or the page that says why it cannot be had: an error that a user can do something about
 * (src/errors.ts) carries the exit code of the command line.
 */
export async function asked<T>(answer: Promise<T> | T): Promise<T> {
  try {
    return await answer;
  } catch (failure) {
    const code = (failure as { exitCode?: unknown }).exitCode;
    if (failure instanceof Error && typeof code === 'number') error(STATUS[code] ?? 500, failure.message);
    throw failure;
  }
}

/** 2 wrong use: nothing is at that address; 3 bad input; 4 the record cannot be used. */
const STATUS: Record<number, number> = { 2: 404, 3: 400, 4: 503 };
