import { access, constants } from 'node:fs/promises';
import puppeteer from 'puppeteer';
import { embeddedChromium } from './embedded.ts';
import { installedPaths } from './installed-paths.ts';

/** A browser’s program, and the environment that it needs. */
export interface Program {
  /** Absolute path. */
  path: string;
  env?: Record<string, string>;
}

/** A place where a browser may be installed. */
export interface BrowserPlace {
  name: string;
  /**
   * Finds the programs in this place, best first; a program that is found may still fail to start. Throws an Error that
   * says why there is none.
   */
  find(): Promise<Program[]>;
}

/**
 * The places to look for a browser, best first: the embedded Chromium, an installed one, and the one that `npx
 * puppeteer browsers install chrome` puts in puppeteer’s cache. If PUPPETEER_EXECUTABLE_PATH is set, its program is the
 * only choice.
 */
export function usualPlaces(): BrowserPlace[] {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named)
    return [{ name: 'PUPPETEER_EXECUTABLE_PATH', find: () => runnable([named], `there is no program ${named}`) }];
  return [
    { name: 'embedded', find: async () => [await embeddedChromium()] },
    { name: 'installed', find: () => runnable(installedPaths(), 'no Chrome, Chromium or Edge in the usual places') },
    { name: 'puppeteer', find: puppeteersOwn },
  ];
}

async function runnable(paths: string[], reason: string): Promise<Program[]> {
  const found: Program[] = [];
  for (const path of paths) {
    await access(path, constants.X_OK).then(
      () => found.push({ path }),
      () => {},
    );
  }
  if (found.length === 0) throw new Error(reason);
  return found;
}

async function puppeteersOwn(): Promise<Program[]> {
  const paths = [
    await puppeteer.executablePath({ headless: true }),
    await puppeteer.executablePath({ headless: 'shell' }),
  ];
  return runnable(paths, `none in ${paths.join(', ')}`);
}
