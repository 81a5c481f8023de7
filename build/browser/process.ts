import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants } from 'node:os';
import puppeteer, { type Browser } from 'puppeteer';
import type { Program } from './places.ts';
import { profileFolder } from './profile-folder.ts';

/** A browser that runs, in a profile that is thrown away. */
export interface BrowserProcess {
  browser: Browser;
  /** Ends it, by force if it does not within some seconds, and removes the profile. Never throws. */
  end(): Promise<void>;
}

/** In ms; a last resort, for a browser that hangs before it is there. */
const longestStart = 300_000;

const removal = { recursive: true, force: true, maxRetries: 5 };

/** Starts a program. `timeout`: the longest that a command may take, in ms. Throws puppeteer's Error, with what the browser wrote. */
export async function startProcess(program: Program, flags: string[], timeout: number): Promise<BrowserProcess> {
  const profile = await profileFolder();
  let browser: Browser | undefined;
  const endNow = () => {
    const child = browser?.process();
    if (child) kill(child);
    rmSync(profile, removal);
  };
  process.once('exit', endNow);
  const leave = async () => {
    process.off('exit', endNow);
    await rm(profile, removal).catch(() => {});
  };
  try {
    browser = await puppeteer.launch({
      executablePath: program.path,
      args: flags,
      userDataDir: profile,
      // Dates in a PDF are written in local time.
      env: { ...process.env, TZ: 'UTC', ...program.env },
      // A pipe, unlike a port, is nobody else's to connect to; and a browser whose pipe breaks ends by itself.
      pipe: true,
      protocolTimeout: timeout,
      timeout: longestStart,
      // Puppeteer's own would leave the profile behind, and go on after SIGTERM.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    await leave();
    throw error;
  }
  // Of a program that is killed, a pipe for commands may break when puppeteer does not listen to it any more; that it has ended, is told otherwise.
  for (const pipe of browser.process()?.stdio.slice(3) ?? []) pipe?.on('error', () => {});
  return { browser, end: () => end(browser as Browser).finally(leave) };
}

async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const force = setTimeout(() => kill(child), 5000);
  browser.close().catch(() => kill(child));
  await gone;
  clearTimeout(force);
}

/** Puppeteer starts a process group, whose number is its leader's, except on Windows. */
function kill(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** Makes Node run its exit listeners when it is told to end; by itself it only stops. */
export function exitOnSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
