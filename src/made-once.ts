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
