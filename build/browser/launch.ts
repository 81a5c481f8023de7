import type { Program } from './places.ts';
import { type BrowserProcess, startProcess } from './process.ts';

/** The first version with page margin boxes, which the running heads are. */
const oldestVersion = 131;

const flags = [
  // Glyphs keep their design widths, as in print.
  '--font-render-hinting=none',
  '--lang=en',
  // Everything that an issue needs is in the repository: nothing is fetched, and nothing is sent.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  // Printing needs no graphics card, and the embedded Chromium lacks the software that replaces one.
  '--disable-gpu',
];

export interface LaunchedBrowser extends BrowserProcess {
  /** Whether pages are confined to Chromium’s sandbox. */
  sandbox: boolean;
  /** e.g. `HeadlessChrome/153.0.7700.0` */
  version: string;
}

/**
 * Starts a browser, in its sandbox where the machine allows it: not as root, nor where user namespaces are refused.
 * `timeout` is the time limit for a single command, in ms. Throws an Error that says why it did not start, or that it
 * is too old.
 */
export async function launch(program: Program, timeout: number): Promise<LaunchedBrowser> {
  const { started, sandbox } = await startInSandbox(program, timeout);
  try {
    const version = await started.browser.version();
    if (Number(/\/(\d+)/.exec(version)?.[1]) >= oldestVersion) return { ...started, sandbox, version };
    throw new Error(`it is ${version}; version ${oldestVersion} or later is needed`);
  } catch (error) {
    await started.end();
    throw error;
  }
}

async function startInSandbox(program: Program, timeout: number) {
  if (process.getuid?.() !== 0) {
    try {
      return { started: await startProcess(program, flags, timeout), sandbox: true };
    } catch {
      // If the sandbox was not the reason, the second start fails, too, and gives the reason.
    }
  }
  return { started: await startProcess(program, [...flags, '--no-sandbox'], timeout), sandbox: false };
}
