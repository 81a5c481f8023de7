import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { zlibSync } from 'fflate';
import { type DeflateThread, type Level, startDeflateThread } from './deflate-thread.ts';
import { recallFor } from './recall.ts';

/** Below this, the way to another thread costs more than it saves; bytes. */
const few = 4096;
/** More than this does not wait, for what waits takes memory; bytes. */
const mostWaiting = 64_000_000;
/** Of what was compressed before; bytes. A page in an issue and in an offprint has the same content, but for its first. */
const recall = recallFor(32_000_000);

let threads: DeflateThread[] | undefined;

/** Starts the threads that compress, one fewer than this machine has. It is done anyhow when they are needed, and better before: while the browser prints. */
export function startDeflating(): readonly DeflateThread[] {
  threads ??= Array.from({ length: Math.min(4, Math.max(1, availableParallelism() - 1)) }, startDeflateThread);
  return threads;
}

/**
 * Compresses data, in another thread where that is worth while, and the same data once. Not by Node’s zlib, which compresses otherwise on other machines: the
 * same data give the same bytes, whoever compresses them.
 */
export function deflate(data: Uint8Array, level: Level): Uint8Array | Promise<Uint8Array> {
  if (data.length < few) return zlibSync(data, { level });
  // Pictures are large, and come once.
  if (level === 3) return deflateAnew(data, level);
  const digest = createHash('sha1').update(data).digest('base64');
  return recall(digest, () => deflateAnew(data, level));
}

function deflateAnew(data: Uint8Array, level: Level): Uint8Array | Promise<Uint8Array> {
  const thread = startDeflating().reduce((one, other) => (other.waiting() < one.waiting() ? other : one));
  return thread.waiting() + data.length > mostWaiting ? zlibSync(data, { level }) : thread.deflate(data, level);
}

/** Compresses in this thread what no other has begun, so that nobody only waits. */
export function helpDeflating(): void {
  for (const thread of threads ?? []) thread.help();
}
