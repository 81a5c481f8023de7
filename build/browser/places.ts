import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer';
import { embeddedChromium } from './embedded.ts';

/** A browser's program, and what it must find in its environment. */
export interface Program {
  /** Absolute path. */
  path: string;
  env?: Record<string, string>;
}

/** Somewhere a browser may be had from. */
export interface ProgramPlace {
  name: string;
  /** Those that are here, best first; one that is here may still not start. Throws an Error that says why there is none. */
  find(): Promise<Program[]>;
}

/**
 * The places to look for a browser, best first: the embedded Chromium, an installed one, and the one that
 * `npx puppeteer browsers install chrome` puts in puppeteer's cache. Who sets PUPPETEER_EXECUTABLE_PATH means that one and no other.
 */
export function usualPlaces(): ProgramPlace[] {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return [{ name: 'PUPPETEER_EXECUTABLE_PATH', find: () => those([named], `there is no program ${named}`) }];
  return [
    { name: 'embedded', find: async () => [await embeddedChromium()] },
    { name: 'installed', find: () => those(installedPaths(), 'no Chrome, Chromium or Edge in the usual places') },
    { name: 'puppeteer', find: puppeteersOwn },
  ];
}

async function those(paths: string[], reason: string): Promise<Program[]> {
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
  return those(paths, `none in ${paths.join(', ')}`);
}

/** Edge is last: it is a Chromium too, and comes with every Windows. */
function installedPaths(): string[] {
  if (process.platform === 'darwin') {
    const homes = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.flatMap((name) => homes.map((home) => `${home}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
    const names = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return names.flatMap((name) => homes.map((home) => join(home, name)));
  }
  const homes = new Set([
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]);
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  return names.flatMap((name) => [...homes].map((home) => join(home, name)));
}
