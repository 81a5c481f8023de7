/** Returns a function that does work in the order of the calls; no more than `count` pieces are in work at once. */
export function atMost(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < count) running++;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // The next one takes its place.
      const begin = waiting.shift();
      if (begin) begin();
      else running--;
    }
  };
}
