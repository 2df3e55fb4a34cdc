/**
 * Sorted places as bytes, and what is asked of them: a place is slot times 128 plus the position of the word. Differences
 * of neighbours in seven bits a byte (Elias-style variable bytes; Manning, Raghavan and Schütze 2008, ch. 5.3).
 */

/** Positions of a slot; the last is that of the slot's marks. */
export const POSITIONS = 128;

/** The position under which the marks of a slot stand. */
export const MARK_POSITION = POSITIONS - 1;

/** Ascending places as bytes. */
export function encoded(places: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const place of places) {
    let rest = place - before;
    before = place;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The places of chunks whose places follow on each other. */
export function decoded(chunks: readonly Uint8Array[]): Float64Array {
  // A byte without its highest bit ends a place.
  let count = 0;
  for (const bytes of chunks) for (const byte of bytes) if (byte < 0x80) count++;
  const places = new Float64Array(count);
  let at = 0;
  for (const bytes of chunks) {
    let place = 0;
    let rest = 0;
    let scale = 1;
    for (const byte of bytes) {
      rest += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        place += rest;
        places[at++] = place;
        rest = 0;
        scale = 1;
      } else scale *= 0x80;
    }
  }
  return places;
}

/** Places of any of several words: a phrase's last word stands for all that begin so. */
export function union(lists: Float64Array[]): Float64Array {
  if (lists.length <= 1) return lists[0] ?? new Float64Array(0);
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** The places of the first word from which the words follow on each other. */
export function phrase(words: Float64Array[]): Float64Array {
  let found = words[0] ?? new Float64Array(0);
  for (const [distance, next] of words.entries()) {
    if (distance === 0) continue;
    const kept = new Float64Array(found.length);
    let count = 0;
    let at = 0;
    for (const place of found) {
      const wanted = place + distance;
      at = notBefore(next, wanted, at);
      if (at === next.length) break;
      if (next[at] === wanted) kept[count++] = place;
    }
    found = kept.subarray(0, count);
  }
  return found;
}

/** The slots of places, each once. */
export function slotsAt(places: Float64Array): Float64Array {
  const slots = new Float64Array(places.length);
  let count = 0;
  for (const place of places) {
    const slot = Math.floor(place / POSITIONS);
    if (count === 0 || slots[count - 1] !== slot) slots[count++] = slot;
  }
  return slots.subarray(0, count);
}

/** What is in all lists. */
export function inAll(lists: Float64Array[]): Float64Array {
  const [first, ...others] = [...lists].sort((one, other) => one.length - other.length);
  let found = first ?? new Float64Array(0);
  for (const other of others) {
    const kept = new Float64Array(found.length);
    let count = 0;
    let at = 0;
    for (const slot of found) {
      at = notBefore(other, slot, at);
      if (at === other.length) break;
      if (other[at] === slot) kept[count++] = slot;
    }
    found = kept.subarray(0, count);
  }
  return found;
}

/** The first place at or behind `from` that is not before what is wanted: by doubling steps, then by halves. */
export function notBefore(list: Float64Array, wanted: number, from = 0): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && list[low + step]! < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
