import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { foreignBecause, usersCacheFolder } from '../cache/own-folder.ts';
import { makeFolder } from '../disk/make-folder.ts';

/** A desk that is open on this machine. */
export interface KnownDesk {
  /** Its address, with the token. */
  url: string;
  /** The name of the issue’s folder. */
  issue: string;
}

const schema = v.object({
  url: v.pipe(v.string(), v.regex(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/$/)),
  issue: v.string(),
});

/**
 * Writes down that a desk is open for a journal, where only its user can read it. Returns a function that ends this,
 * before it returns: it may be called while the program ends.
 */
export async function writeDown(root: string, desk: KnownDesk): Promise<() => void> {
  const folder = desksFolder();
  await makeFolder(folder, 0o700);
  if (await foreignBecause(folder)) return () => {};
  const path = pathFor(root);
  const text = JSON.stringify(desk);
  await writeFile(path, text, { mode: 0o600 });
  return () => {
    try {
      // A desk that was opened later for the same journal has its own word there.
      if (readFileSync(path, 'utf8') === text) rmSync(path);
    } catch {
      // Somebody has removed it.
    }
  };
}

/** The desk that is open for a journal; undefined if there is none, or it was killed. */
export async function openDeskOf(root: string): Promise<KnownDesk | undefined> {
  const desk = await readDown(root);
  if (!desk) return undefined;
  const isAlive = await fetch(`${desk.url}state`).then(
    ({ ok }) => ok,
    () => false,
  );
  return isAlive ? desk : undefined;
}

async function readDown(root: string): Promise<KnownDesk | undefined> {
  if (await foreignBecause(desksFolder())) return undefined;
  const text = await readFile(pathFor(root), 'utf8').catch(() => '');
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

function desksFolder(): string {
  return join(usersCacheFolder(), 'desks');
}

function pathFor(root: string): string {
  return join(desksFolder(), `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.json`);
}
