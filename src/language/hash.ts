/**
 * Hashing for the features of the tagger and the parser: a feature is the number of its template with up to three
 * values, mixed into 32 bits. Zero is kept free, it marks an empty place in a table.
 */

/** A 32-bit value for a string (FNV-1a, then mixed). */
export function hashString(text: string): number {
  return scatter(fnv(text));
}

/** FNV-1a (Fowler, Noll and Vo 1991), 32 bits with a sign. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The key of a feature with one value. */
export function feature1(template: number, a: number): number {
  const hash = scatter(Math.imul(template + 1, 0x9e3779b1) ^ a);
  return hash === 0 ? 1 : hash;
}

/** The key of a feature with two values. */
export function feature2(template: number, a: number, b: number): number {
  let hash = Math.imul(Math.imul(template + 1, 0x9e3779b1) ^ a, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = scatter(hash ^ Math.imul(b, 0x27d4eb2f));
  return hash === 0 ? 1 : hash;
}

/** The key of a feature with three values. */
export function feature3(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(Math.imul(template + 1, 0x9e3779b1) ^ a, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ Math.imul(b, 0x27d4eb2f), 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = scatter(hash ^ Math.imul(c, 0x165667b1));
  return hash === 0 ? 1 : hash;
}

/** Spreads 32 bits over each other (the finaliser of MurmurHash3, Appleby 2011). */
export function scatter(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
