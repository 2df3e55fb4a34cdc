/** `1 article`, `3 articles`, `2 forms of address`. */
export function countWords(count: number, one: string, several = `${one}s`): string {
  // The formats of the system take a tenth of a second to load, for a comma.
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${count === 1 ? one : several}`;
}
