import type { Program } from './places.ts';
import { type BrowserProcess, startProcess } from './process.ts';

/** Page margin boxes, which the running heads are, came with this version. */
const oldestVersion = 131;

const flags = [
  // Glyphs keep their design widths, which are the printer's too.
  '--font-render-hinting=none',
  '--lang=en',
  // What the issue is made of is in the repository: there is nothing to fetch, and nobody to tell.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  // Printing needs no graphics card, and the embedded Chromium goes without its software for one.
  '--disable-gpu',
];

export interface Launched extends BrowserProcess {
  /** Whether pages are shut up in Chromium's sandbox. */
  sandbox: boolean;
  /** e.g. `HeadlessChrome/147.0.7727.0` */
  version: string;
}

/**
 * Starts a browser, in its sandbox where the machine lets it: not as root, nor where user namespaces are refused.
 * `timeout`: the longest that any one command may take, in ms. Throws an Error that says why it did not start, or that it is too old.
 */
export async function launch(program: Program, timeout: number): Promise<Launched> {
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
      // If it was not for the sandbox, it fails again, and says why.
    }
  }
  return { started: await startProcess(program, [...flags, '--no-sandbox'], timeout), sandbox: false };
}
