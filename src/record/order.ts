/** Order of code units: the same on every machine and in every language, as canonical output needs. */
export function orderOf(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
