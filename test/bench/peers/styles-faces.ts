import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { offprintRoot } from '../../../build/disk/repository.ts';

/** The paths of the faces of our two-column style. */
export async function stylesFaces(): Promise<string[]> {
  const css = await readFile(join(offprintRoot, 'styles/quarterly/faces.css'), 'utf8');
  return [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, path = '']) => join(offprintRoot, 'node_modules', path));
}
