import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { zlibSync } from 'fflate';
import { byteCache } from './byte-cache.ts';
import { type CompressionLevel, type DeflateThread, startDeflateThread } from './deflate-thread.ts';

/** Bytes; sending fewer to another thread costs more than it saves. */
const minThreadBytes = 4096;
/** Bytes that may wait for a thread, since jobs that wait take memory. */
const maxWaitingBytes = 64_000_000;
/**
 * Remembers what was compressed. A page in an issue and in an offprint has the same content, except for an article’s
 * first.
 */
const cached = byteCache(32_000_000);

let threads: DeflateThread[] | undefined;

/**
 * Starts the threads that compress, one fewer than the machine has. {@link deflate} starts them itself; call this
 * earlier, while the browser prints, to save the wait.
 */
export function startDeflateThreads(): readonly DeflateThread[] {
  threads ??= Array.from({ length: Math.min(4, Math.max(1, availableParallelism() - 1)) }, startDeflateThread);
  return threads;
}

/**
 * Compresses data; in another thread if that is worth it, and the same data only once. It uses fflate, because Node’s
 * zlib writes other bytes on other machines, and the same data must give the same bytes.
 */
export function deflate(data: Uint8Array, level: CompressionLevel): Uint8Array | Promise<Uint8Array> {
  if (data.length < minThreadBytes) return zlibSync(data, { level });
  // Pictures are large, and each is compressed once.
  if (level === 3) return compress(data, level);
  const digest = createHash('sha1').update(data).digest('base64');
  return cached(digest, () => compress(data, level));
}

function compress(data: Uint8Array, level: CompressionLevel): Uint8Array | Promise<Uint8Array> {
  const thread = startDeflateThreads().reduce((one, other) => (other.waiting() < one.waiting() ? other : one));
  return thread.waiting() + data.length > maxWaitingBytes ? zlibSync(data, { level }) : thread.deflate(data, level);
}

/** Steals jobs that no worker has started, so that this thread never idles. */
export function stealDeflateJobs(): void {
  for (const thread of threads ?? []) thread.steal();
}
