import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { hasEnded, type ProgramId, thisProgram } from '../disk/program-id.ts';

/** A lock that this program holds. */
export interface Lock {
  release(): Promise<void>;
  /** Removes it at once, when the program ends. */
  removeNow(): void;
}

/**
 * Takes a lock that one program at a time can hold, on this machine, in containers and on machines that share the
 * folder: a file that exists while it is held. Waits until it is free. Its holder writes to it every second, so that
 * the lock of a program that was killed, here or elsewhere, is recognised and removed. `patience`: ms after which a
 * holder that cannot be seen from here, and has written nothing new, is taken for dead.
 */
export async function takeLock(path: string, patience = 60_000): Promise<Lock> {
  for (;;) {
    const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file) return hold(path, file);
    await untilFree(path, patience);
  }
}

async function hold(path: string, file: FileHandle): Promise<Lock> {
  const name = randomBytes(8).toString('hex');
  let beats = 0;
  // Written by its handle: if another program took the lock for abandoned, its new lock is not touched.
  const beat = () => file.write(contentFor(name, beats++), 0);
  let beating: ReturnType<typeof setInterval> | undefined;
  const removeNow = () => {
    // Another program may have taken it for abandoned.
    if (existsSync(path) && holderIn(readFileSync(path, 'utf8'))?.name === name) rmSync(path, { force: true });
  };
  const release = async () => {
    clearInterval(beating);
    await file.close();
    if (holderIn((await contentOf(path)) ?? '')?.name === name) await rm(path, { force: true });
  };
  try {
    await beat();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  beating = setInterval(() => beat().catch(() => {}), 1000);
  beating.unref();
  return { release, removeNow };
}

/** Waits until a lock is gone, and removes an abandoned one. */
async function untilFree(path: string, patience: number): Promise<void> {
  let last: string | undefined;
  let since = performance.now();
  for (;;) {
    const now = await contentOf(path);
    if (now === undefined) return;
    if (now !== last) since = performance.now();
    last = now;
    const holder = holderIn(now);
    if ((holder && hasEnded(holder)) || performance.now() - since > patience) return removeAbandoned(path, now);
    await wait(20);
  }
}

/** Removes an abandoned lock. Of several programs that find it, only one succeeds in moving it away. */
async function removeAbandoned(path: string, content: string): Promise<void> {
  if ((await contentOf(path)) !== content) return;
  const away = `${path}.${randomBytes(8).toString('hex')}`;
  await rename(path, away).catch(() => {});
  await rm(away, { force: true });
}

function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** The content always has the same length, so that each write covers the one before it. */
function contentFor(name: string, beats: number): string {
  return `${JSON.stringify({ name, ...thisProgram(), beats: String(beats).padStart(9, '0') })}\n`;
}

/** Reads the holder of a lock; undefined if the file is just being written. */
function holderIn(content: string): (ProgramId & { name: string }) | undefined {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
