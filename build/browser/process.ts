import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants } from 'node:os';
import puppeteer, { type Browser } from 'puppeteer';
import { removal } from '../disk/removal.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import type { Program } from './places.ts';

/** A running browser with a profile that is deleted at its end. */
export interface BrowserProcess {
  browser: Browser;
  /** Ends it, by force if that takes more than a few seconds, and removes the profile. Never throws. */
  end(): Promise<void>;
}

/** In ms; a last resort for a browser that hangs while it starts. */
const startTimeout = 300_000;

/**
 * Starts a program. `timeout` is the time limit for a single command, in ms. Throws puppeteer’s Error, with the
 * browser’s output.
 */
export async function startProcess(program: Program, flags: string[], timeout: number): Promise<BrowserProcess> {
  const profile = await temporaryFolder('profile');
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
      // A pipe, unlike a port, is closed to other programs; and a browser whose pipe breaks ends by itself.
      pipe: true,
      protocolTimeout: timeout,
      timeout: startTimeout,
      // Puppeteer’s own handlers would leave the profile behind, and continue after SIGTERM.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    await leave();
    throw error;
  }
  // When a program is killed, its pipe for commands may break after puppeteer has stopped listening to it. The end of
  // the program is noticed in another way.
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

/**
 * Kills the browser with its process group, which puppeteer starts except on Windows, and whose number is its leader’s.
 */
function kill(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // The process has ended already.
  }
}

/** Makes signals to end run Node’s exit listeners, which by default they do not. Returns a function that undoes it. */
export function exitOnSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
