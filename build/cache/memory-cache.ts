import type { Cache } from './cache.ts';

/** A cache in memory, before another one. */
export interface MemoryCache extends Cache {
  /** Waits until everything is in the other cache, too. */
  settled(): Promise<void>;
}

/**
 * Keeps the results that were used last in memory, up to about `size` bytes, in front of another cache. All who find a
 * value share it, so values are frozen. What is kept is written to the other cache meanwhile: nobody waits for a disk.
 */
export function memoryCache(behind: Cache, size: number): MemoryCache {
  /** In the order of their last use. */
  const entries = new Map<string, { value: unknown; weight: number }>();
  const writing = new Set<Promise<void>>();
  let total = 0;
  const put = (name: string, value: unknown): void => {
    const before = entries.get(name);
    if (before) total -= before.weight;
    entries.delete(name);
    const weight = frozenWeight(value);
    if (weight > size / 2) return;
    entries.set(name, { value, weight });
    total += weight;
    for (const [oldest, { weight: freed }] of entries) {
      if (total <= size) break;
      entries.delete(oldest);
      total -= freed;
    }
  };
  return {
    async find<T>(kind: string, key: string): Promise<T | undefined> {
      const name = `${kind} ${key}`;
      const known = entries.get(name);
      if (known) {
        entries.delete(name);
        entries.set(name, known);
        return known.value as T;
      }
      const found = await behind.find<T>(kind, key);
      if (found !== undefined) put(name, found);
      return found;
    },
    async keep<T>(kind: string, key: string, value: T): Promise<void> {
      put(`${kind} ${key}`, value);
      const written = behind.keep(kind, key, value).finally(() => writing.delete(written));
      writing.add(written);
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}

/** Freezes a value of plain data, and returns about how many bytes it takes. Byte arrays cannot be frozen. */
function frozenWeight(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length;
  if (value instanceof Uint8Array) return 100 + value.length;
  if (typeof value !== 'object' || value === null) return 8;
  Object.freeze(value);
  let weight = 50;
  for (const one of Object.values(value)) weight += 8 + frozenWeight(one);
  return weight;
}
