/** Work on a stream of things that is begun ahead and given in the order of the things. */

/** How much work is begun before the first of it is done. */
export interface Ahead<T> {
  things: number;
  /** What a thing weighs, and how much may be under way; one thing alone may weigh more. */
  weight?: { of(thing: T): number; most: number };
}

/**
 * Begins work on each thing and gives the results in their order. A result is given as soon as it is there, even where the
 * next thing is long in coming.
 */
export async function* inStep<T, R>(
  things: AsyncIterable<T>,
  { things: most, weight }: Ahead<T>,
  begin: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const source = things[Symbol.asyncIterator]();
  const begun: { result: Promise<R>; weight: number }[] = [];
  const weigh = (thing: T) => weight?.of(thing) ?? 0;
  let under = 0;
  let next: Promise<IteratorResult<T>> | null = source.next();
  let held: T | null = null;
  try {
    for (;;) {
      if (held !== null && begun.length < most && (begun.length === 0 || under + weigh(held) <= (weight?.most ?? 0))) {
        const result = begin(held);
        // What goes wrong is thrown where the result is waited for.
        result.catch(() => undefined);
        begun.push({ result, weight: weigh(held) });
        under += weigh(held);
        held = null;
        next = source.next();
      } else if (held === null && next && begun.length > 0) {
        const arrived: IteratorResult<T> | 'result' = await Promise.race([
          next,
          begun[0]!.result.then(
            () => 'result' as const,
            () => 'result' as const,
          ),
        ]);
        if (arrived === 'result') yield await first();
        else take(arrived);
      } else if (held === null && next) take(await next);
      else if (begun.length > 0) yield await first();
      else return;
    }
  } finally {
    // Whoever stops early leaves nothing open; a source that waits for its next thing ends when that comes.
    next?.catch(() => undefined);
    source.return?.()?.catch(() => undefined);
  }

  function take(arrived: IteratorResult<T>): void {
    next = null;
    if (!arrived.done) held = arrived.value;
  }

  function first(): Promise<R> {
    const { result, weight: gone } = begun.shift()!;
    under -= gone;
    return result;
  }
}
