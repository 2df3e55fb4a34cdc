/** `1 article`, `3 articles`, `2 forms of address`. */
export function countWords(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}
