import { realpath, stat } from 'node:fs/promises';
import { installedPaths } from './installed-paths.ts';

/**
 * A mark of the browsers that a build could use, found without starting one: it is another where a program was
 * installed, removed or replaced. The embedded Chromium goes with the version of its package.
 */
export async function browserMark(): Promise<string> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  const marks = (named ? [named] : installedPaths()).map(markOf);
  return JSON.stringify((await Promise.all(marks)).filter(Boolean));
}

async function markOf(path: string): Promise<[string, string, number, number] | undefined> {
  try {
    const real = await realpath(path);
    const { size, mtimeMs } = await stat(real);
    return [path, real, size, mtimeMs];
  } catch {
    return undefined;
  }
}
