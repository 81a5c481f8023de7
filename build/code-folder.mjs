// The folder in the user's cache where code that is ready to run is kept.
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Undefined where there is none that only the user can write: what lies in it is run. */
export const folder = codeFolder();

function codeFolder() {
  try {
    let path = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    // One by one: where none can be made, as in /proc, Node would try for ever.
    for (const name of ['', 'offprint', 'javascript']) {
      path = join(path, name);
      if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
    }
    const found = lstatSync(path);
    const isOurs = process.platform === 'win32' || (found.uid === userInfo().uid && !(found.mode & 0o022));
    return isOurs && found.isDirectory() ? path : undefined;
  } catch {
    return undefined;
  }
}
