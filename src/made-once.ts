/** The answer kept under a name; made and kept where there is none yet. */
export function remembered<T>(made: Map<string, T>, name: string, make: () => T): T {
  const before = made.get(name);
  if (before !== undefined) return before;
  const now = make();
  made.set(name, now);
  return now;
}

/**
 * Works something out of an object once: asked again for the same object, the answer is the one given before. An answer is
 * forgotten with its object, so what is kept for a record's rows or claims lasts as long as they are at hand.
 */
export function madeOnce<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { answer: V }>();
  return of => {
    let known = made.get(of);
    if (!known) made.set(of, (known = { answer: make(of) }));
    return known.answer;
  };
}
