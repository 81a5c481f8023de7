import type { Page } from 'puppeteer';
import { attempt, Death } from './attempt.ts';
import { BrowserDied } from './browser-died.ts';
import { BrowserMissing } from './browser-missing.ts';
import { type Launched, launch } from './launch.ts';
import { type Program, type ProgramPlace, usualPlaces } from './places.ts';
import { exitOnSignals } from './process.ts';
import type { Site } from './site.ts';
import { temporaryFull } from './temporary-full.ts';

export type { Page } from 'puppeteer';
export { BrowserDied } from './browser-died.ts';
export { BrowserMissing } from './browser-missing.ts';
export type { Site } from './site.ts';

/** A browser that sets and prints pages. */
export interface Chrome {
  /** e.g. `HeadlessChrome/147.0.7727.0` */
  version: string;
  /** Where it was found, and its program: `embedded: /home/…/chromium`. */
  origin: string;
  /** Whether it runs in its sandbox: as root, and where the machine refuses, it cannot. */
  sandbox: boolean;
  /**
   * Opens a site's document in a fresh page, and closes it after the work. If the browser dies or hangs, it is started anew and the work
   * done once more, so the work must bear to be done twice. Throws what the work throws, what the system says where the temporary folder is full, and {@link BrowserDied} at the second death.
   */
  withPage<T>(site: Site, work: (page: Page) => Promise<T>): Promise<T>;
  /** Ends the browser. It ends too when Node does. */
  close(): Promise<void>;
}

/**
 * Starts the first browser that can be had in the places given, or in the usual ones.
 * Work on one page may take half an hour, which is for a browser that hangs, or OFFPRINT_BROWSER_TIMEOUT seconds. Throws {@link BrowserMissing}.
 */
export async function startChrome(places: ProgramPlace[] = usualPlaces()): Promise<Chrome> {
  const timeout = timeLimit();
  const release = exitOnSignals();
  const { origin, program, launched } = await startFirst(places, timeout).catch((error) => {
    release();
    throw error;
  });
  let current = Promise.resolve(launched);
  let closed = false;

  const living = async (): Promise<Launched> => {
    const asked = current;
    const running = await asked.catch(() => undefined);
    if (closed) throw new Error('The browser was closed while there was work for it');
    if (running?.browser.connected) return running;
    // Of several that find it dead, the first starts it anew.
    if (current === asked) current = restart(running, program, timeout);
    return current;
  };

  return {
    version: launched.version,
    origin,
    sandbox: launched.sandbox,
    async withPage(site, work) {
      for (let deaths = 0; ; ) {
        try {
          return await attempt(await living(), site, work, timeout);
        } catch (error) {
          if (error instanceof Death && ++deaths < 2) continue;
          throw (await temporaryFull(error)) ?? (error instanceof Death ? new BrowserDied(error.message) : error);
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

async function restart(dead: Launched | undefined, program: Program, timeout: number): Promise<Launched> {
  await dead?.end();
  return launch(program, timeout).catch((error: Error) => {
    throw new Death(error.message);
  });
}

async function startFirst(places: ProgramPlace[], timeout: number) {
  // Without room some browsers do not end, but hang.
  const full = await temporaryFull();
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
        const full = await temporaryFull(error);
        if (full) throw full;
        tried.push(`${origin}: ${(error as Error).message}`);
      }
    }
  }
  throw new BrowserMissing(tried);
}

/** In ms; a day at most. */
function timeLimit(): number {
  const seconds = Number(process.env.OFFPRINT_BROWSER_TIMEOUT);
  return (seconds > 0 ? Math.min(seconds, 86_400) : 1800) * 1000;
}
