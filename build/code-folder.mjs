// The folder in the user’s cache for compiled code.
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The folder’s path; undefined where there is no folder that only the user can write, because the code in it is run.
 */
export const folder = codeFolder();

function codeFolder() {
  try {
    let path = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    // One by one: Node would try for ever where no folder can be made, as in /proc.
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
