import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** In bytes: room for a browser’s profile, and for the pages of an issue without photographs. */
const minRoom = 32 * 2 ** 20;

/**
 * The system’s error where the temporary folder, in which the browser keeps its profile and the pages that it prints,
 * is full; undefined where it has room. `error` is the browser’s failure, if there was one: the browser may have
 * deleted its files by now.
 */
export async function temporaryFolderFull(error?: unknown): Promise<NodeJS.ErrnoException | undefined> {
  const place = tmpdir();
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const isReported = noRoom.has(code) || /IO\.read|no space left/i.test(message);
  if (!isReported && ((await roomIn(place)) ?? minRoom) >= minRoom) return undefined;
  return Object.assign(new Error('The temporary folder is full'), { code: 'ENOSPC', path: place });
}

/** The free space of a folder in bytes; undefined where the system does not report it. */
async function roomIn(folder: string): Promise<number | undefined> {
  const found = await statfs(folder).catch(() => undefined);
  return found && found.blocks > 0 ? found.bavail * found.bsize : undefined;
}

const noRoom = new Set(['ENOSPC', 'EDQUOT']);
