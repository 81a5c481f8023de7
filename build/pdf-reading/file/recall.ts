/** Bytes, or what will be bytes. */
type Data = Uint8Array | Promise<Uint8Array>;

/** Makes bytes for a key, or finds those that were made for it before. */
export type Recall = (key: string, make: () => Data) => Data;

/** Remembers up to so many bytes, of those that were made last. */
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
