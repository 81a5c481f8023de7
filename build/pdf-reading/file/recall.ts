/** Bytes, or a promise of them. */
type Data = Uint8Array | Promise<Uint8Array>;

/** A function that makes bytes for a key, or returns those that were made for it before. */
export type Recall = (key: string, make: () => Data) => Data;

/** Makes a cache of the bytes that were made last, up to a total size. */
export function recallFor(most: number): Recall {
  const kept = new Map<string, Data>();
  const sizes = new Map<string, number>();
  let sum = 0;
  const count = (key: string, { length }: Uint8Array) => {
    sizes.set(key, length);
    sum += length;
    for (const [oldest, size] of sizes) {
      if (sum <= most) break;
      sum -= size;
      sizes.delete(oldest);
      kept.delete(oldest);
    }
  };
  return (key, make) => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    if (made instanceof Uint8Array) count(key, made);
    else
      void made.then(
        (bytes) => count(key, bytes),
        () => kept.delete(key),
      );
    return made;
  };
}
