/** A row of hostile input: what it is, the input or its maker, and what must happen. */

/** An article of any kind, by its bytes. Makers keep a table of megabytes readable, and are called when the row is run. */
export type ArticleRow = readonly [what: string, input: Content | (() => Content), must: ArticleMust];

export type Content = string | Uint8Array;

/** Read with so many sentences (in all its articles), just read, or refused in one line that holds these words. */
export type ArticleMust = 'read' | `read: ${number}` | 'refused' | `refused: ${string}`;

/** A table for `import`: the data set that it is said to be, and its text. */
export type ImportRow = readonly [what: string, dataset: string, input: Content | (() => Content), must: CommandMust];

/** A call of a command; the files that it names are made by the test (commands.ts). */
export type CommandRow = readonly [what: string, words: readonly string[], must: CommandMust];

/** The exit code; where it is not 0 also words of the one line of error. */
export type CommandMust = 'exit 0' | `exit ${2 | 3 | 4}` | `exit ${2 | 3 | 4}: ${string}`;

/** A sentence with nothing wrong in it, to be put among what is. */
export const GOOD = 'Norway met Chile in Oslo on Monday.';

export function contentOf(input: Content | (() => Content)): Buffer {
  const content = typeof input === 'function' ? input() : input;
  return Buffer.from(content as string);
}
