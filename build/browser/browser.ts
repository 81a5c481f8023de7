import type { Page } from 'puppeteer';
import { attempt, BrowserDeath } from './attempt.ts';
import { BrowserDied } from './browser-died.ts';
import { BrowserMissing } from './browser-missing.ts';
import { type LaunchedBrowser, launch } from './launch.ts';
import { type BrowserPlace, type Program, usualPlaces } from './places.ts';
import { exitOnSignals } from './process.ts';
import type { Site } from './site.ts';
import { temporaryFolderFull } from './temporary-folder-full.ts';

export type { Page } from 'puppeteer';
export { BrowserDied } from './browser-died.ts';
export { BrowserMissing } from './browser-missing.ts';
export type { Site } from './site.ts';

/** A browser that sets and prints pages. */
export interface Chrome {
  /** e.g. `HeadlessChrome/153.0.7700.0` */
  version: string;
  /** The place where it was found, and its program: `embedded: /home/…/chromium`. */
  origin: string;
  /** Whether it runs in its sandbox, which is not possible as root and on machines that refuse it. */
  sandbox: boolean;
  /**
   * Opens a site’s document in a fresh page, and closes it after the work. If the browser dies or hangs, it is started
   * again and the work is repeated once, so the work may run twice. Throws what the work throws, the system’s error
   * where the temporary folder is full, and {@link BrowserDied} at the second death.
   */
  withPage<T>(site: Site, work: (page: Page) => Promise<T>): Promise<T>;
  /** Ends the browser, which also ends when Node does. */
  close(): Promise<void>;
}

/**
 * Starts the first browser that can be found in some places, by default the usual ones. Work on one page may take half
 * an hour, a limit for browsers that hang, or OFFPRINT_BROWSER_TIMEOUT seconds. Throws {@link BrowserMissing}.
 */
export async function startChrome(places: BrowserPlace[] = usualPlaces()): Promise<Chrome> {
  const timeout = timeLimit();
  const release = exitOnSignals();
  const { origin, program, launched } = await startFirst(places, timeout).catch((error) => {
    release();
    throw error;
  });
  let current = Promise.resolve(launched);
  let closed = false;

  const liveBrowser = async (): Promise<LaunchedBrowser> => {
    const before = current;
    const running = await before.catch(() => undefined);
    if (closed) throw new Error('The browser was closed while there was work for it');
    if (running?.browser.connected) return running;
    // If several callers find it dead, the first starts it again.
    if (current === before) current = restart(running, program, timeout);
    return current;
  };

  return {
    version: launched.version,
    origin,
    sandbox: launched.sandbox,
    async withPage(site, work) {
      for (let deaths = 0; ; ) {
        try {
          return await attempt(await liveBrowser(), site, work, timeout);
        } catch (error) {
          if (error instanceof BrowserDeath && ++deaths < 2) continue;
          throw (
            (await temporaryFolderFull(error)) ??
            (error instanceof BrowserDeath ? new BrowserDied(error.message) : error)
          );
        }
      }
    },
    async close() {
      closed = true;
      release();
      await (await current.catch(() => undefined))?.end();
    },
  };
}

async function restart(dead: LaunchedBrowser | undefined, program: Program, timeout: number): Promise<LaunchedBrowser> {
  await dead?.end();
  return launch(program, timeout).catch((error: Error) => {
    throw new BrowserDeath(error.message);
  });
}

async function startFirst(places: BrowserPlace[], timeout: number) {
  // Without free space some browsers hang instead of ending.
  const full = await temporaryFolderFull();
  if (full) throw full;
  const tried: string[] = [];
  for (const place of places) {
    const programs = await place.find().catch((error: Error) => {
      tried.push(`${place.name}: ${error.message}`);
      return [];
    });
    for (const program of programs) {
      const origin = `${place.name}: ${program.path}`;
      try {
        return { origin, program, launched: await launch(program, timeout) };
      } catch (error) {
        const full = await temporaryFolderFull(error);
        if (full) throw full;
        tried.push(`${origin}: ${(error as Error).message}`);
      }
    }
  }
  throw new BrowserMissing(tried);
}

/** The time limit for one page, in ms; at most a day. */
function timeLimit(): number {
  const seconds = Number(process.env.OFFPRINT_BROWSER_TIMEOUT);
  return (seconds > 0 ? Math.min(seconds, 86_400) : 1800) * 1000;
}
