import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** In bytes: what a browser’s profile takes, and the pages of an issue without photographs. */
const least = 32 * 2 ** 20;

/**
 * What the system says where the temporary folder, in which the browser keeps its profile and the pages that it prints, has no room; undefined where it has some. `error`: what the browser
 * failed with, if it did. It may have removed what it had no room for before that.
 */
export async function temporaryFull(error?: unknown): Promise<NodeJS.ErrnoException | undefined> {
  const place = tmpdir();
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const isSaid = noRoom.has(code) || /IO\.read|no space left/i.test(message);
  if (!isSaid && ((await roomIn(place)) ?? least) >= least) return undefined;
  return Object.assign(new Error('The temporary folder is full'), { code: 'ENOSPC', path: place });
}

/** In bytes; undefined where the system does not tell. */
async function roomIn(folder: string): Promise<number | undefined> {
  const found = await statfs(folder).catch(() => undefined);
  return found && found.blocks > 0 ? found.bavail * found.bsize : undefined;
}

const noRoom = new Set(['ENOSPC', 'EDQUOT']);
