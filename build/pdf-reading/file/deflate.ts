import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { zlibSync } from 'fflate';
import { type DeflateLevel, type DeflateThread, startDeflateThread } from './deflate-thread.ts';
import { recallFor } from './recall.ts';

/** Bytes below which handing data to another thread costs more than it saves. */
const few = 4096;
/** The largest number of bytes in the queue, since waiting data take memory. */
const maxWaiting = 64_000_000;
/**
 * The bytes of compressed data that are kept. Pages of an offprint have the same content as in the issue, except its
 * first.
 */
const recall = recallFor(32_000_000);

let threads: DeflateThread[] | undefined;

/**
 * Starts the threads that compress, one fewer than this machine has. They start on demand; but it is better to start
 * them before, while the browser prints.
 */
export function startDeflating(): readonly DeflateThread[] {
  threads ??= Array.from({ length: Math.min(4, Math.max(1, availableParallelism() - 1)) }, startDeflateThread);
  return threads;
}

/**
 * Compresses data, in another thread if that is worth while, and the same data once. It does not use Node’s zlib, whose
 * results differ between machines: here the same data give the same bytes, in any thread.
 */
export function deflate(data: Uint8Array, level: DeflateLevel): Uint8Array | Promise<Uint8Array> {
  if (data.length < few) return zlibSync(data, { level });
  // Pictures are large, and occur once.
  if (level === 3) return deflateAnew(data, level);
  const digest = createHash('sha1').update(data).digest('base64');
  return recall(digest, () => deflateAnew(data, level));
}

function deflateAnew(data: Uint8Array, level: DeflateLevel): Uint8Array | Promise<Uint8Array> {
  const thread = startDeflating().reduce((one, other) => (other.waiting() < one.waiting() ? other : one));
  return thread.waiting() + data.length > maxWaiting ? zlibSync(data, { level }) : thread.deflate(data, level);
}

/** Steals jobs that no worker has started, so that this thread never idles. */
export function helpDeflating(): void {
  for (const thread of threads ?? []) thread.help();
}
