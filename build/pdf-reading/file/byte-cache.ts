/** Bytes, or a promise of bytes. */
type Data = Uint8Array | Promise<Uint8Array>;

/** A function that returns the bytes kept under a key, or makes them. */
export type ByteCache = (key: string, make: () => Data) => Data;

/** Returns a cache of up to `maxBytes` bytes; the oldest are dropped. */
export function byteCache(maxBytes: number): ByteCache {
  const kept = new Map<string, Data>();
  const sizes = new Map<string, number>();
  let sum = 0;
  const count = (key: string, { length }: Uint8Array) => {
    sizes.set(key, length);
    sum += length;
    for (const [oldest, size] of sizes) {
      if (sum <= maxBytes) break;
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
