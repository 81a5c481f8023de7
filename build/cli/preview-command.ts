import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DeskState } from '../desk/desk-state.ts';
import { openDeskOf, writeDown } from '../desk/known-desks.ts';
import { runDesk } from '../desk/run-desk.ts';
import { messageOf } from '../diagnostics/message-of.ts';
import { countsInWords } from '../diagnostics/show.ts';
import { byNumbers } from '../text/by-numbers.ts';
import { type AskedPlace, readAskedPlace } from './asked-place.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import { type CacheChoice, cacheOf } from './cache-options.ts';
import { type CommonOptions, issuesOf, jobsOf, repositoryOf } from './options.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface PreviewOptions extends CommonOptions, CacheChoice {
  port: string;
  /** False for `--no-open`. */
  open: boolean;
  at?: string;
  jobs?: string;
}

/** Runs `offprint preview`: opens the desk for an issue, until it is stopped. */
export async function previewCommand(named: string | undefined, options: PreviewOptions): Promise<Exit> {
  const port = portOf(options.port);
  const jobs = jobsOf(options.jobs);
  const repository = await repositoryOf(options);
  const at = options.at === undefined ? undefined : await placeOf(options.at);
  if (at && (await showInOpenDesk(repository.root, at))) return exit.done;
  const all = await issuesOf(repository, named === undefined ? [] : [named]);
  const newest = all.toSorted(byNumbers).at(-1) as string;
  const folder = (named === undefined ? issueOfPlace(at?.file, all) : undefined) ?? newest;
  const { cache, close: sweep } = await cacheOf(options);
  // A day of saves would fill the folder of results.
  setInterval(() => sweep().catch(() => {}), 30 * 60_000).unref();
  const browser = browserWhenNeeded();
  const tell = (line: string) => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  const say = (line: string) => tell(spoken(line));
  const desk = await runDesk({ repository, folder, cache, chrome: browser.chrome, jobs }, port, {
    onChange: sayer(tell),
    onTrouble: (reason) => process.stderr.write(`${spoken(reason)}\n`),
  });
  const forget = await writeDown(repository.root, { url: desk.url, issue: folder });
  onStop(() => {
    forget();
    say('The preview is closed.');
  });
  if (options.json) process.stdout.write(`${JSON.stringify({ ok: true, issue: folder, url: desk.url })}\n`);
  else
    process.stderr.write(
      `${spoken(`${folder} in preview: ${desk.url}\nIt follows every save. End it with Ctrl+C.`)}\n`,
    );
  if (options.open && canShowWindows()) await openInBrowser(desk.url, say);
  if (at)
    desk.ready
      .then(() => showInOpenDesk(repository.root, at))
      .catch((error) => process.stderr.write(`${spoken(messageOf(error))}\n`));
  return new Promise(() => {});
}

/** Tells what became of each setting, a line each. */
function sayer(tell: (line: string) => void): (change: Partial<DeskState>, state: DeskState) => void {
  let began = 0;
  return ({ isBusy }, state) => {
    if (isBusy) began = performance.now();
    if (isBusy !== false) return;
    const took = `${((performance.now() - began) / 1000).toFixed(1)} ${spoken('s')}`;
    const count = (of: string) => state.findings.filter(({ level }) => level === of).length;
    const told = countsInWords({ error: count('error'), warning: count('warning') }, spoken);
    const pages = state.isCurrent ? `${state.pages.length} pages` : 'the pages are as they were';
    tell(`${spoken(pages)}, ${took}${told ? `: ${told}` : ''}`);
    if (state.trouble) tell(spoken(state.trouble));
  };
}

function portOf(port: string): number {
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw new UsageError(`--port wants a number from 1 to 65535, or 0 for any that is free; not ${port}.`);
}

/** A place, whose file is named from here or from the journal’s folder. Throws UsageError. */
async function placeOf(place: string): Promise<AskedPlace> {
  const asked = readAskedPlace(place, 'the file and a line: --at');
  return { ...asked, file: await realpath(resolve(asked.file)).catch(() => asked.file) };
}

/** The issue that a manuscript stands in, by its path. */
function issueOfPlace(file: string | undefined, issues: readonly string[]): string | undefined {
  const parts = (file ?? '').split(/[\\/]/);
  return issues.find((issue) => parts.includes(issue));
}

/** Shows a place in the desk that is open for a journal. Returns false if there is none. */
async function showInOpenDesk(root: string, { file, line, column }: AskedPlace): Promise<boolean> {
  const desk = await openDeskOf(root);
  if (!desk) return false;
  const query = new URLSearchParams({ file, line: String(line), ...(column ? { column: String(column) } : {}) });
  const answer = await fetch(`${desk.url}goto?${query}`);
  if (!answer.ok) throw new UsageError((await answer.text()).trim());
  return true;
}

/** True if windows can be shown here: not over a connection without a screen, nor in a test. */
function canShowWindows(): boolean {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openInBrowser(url: string, say: (line: string) => void): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => say('No browser could be opened: open the address above yourself.'));
  } catch {
    say('No browser could be opened: open the address above yourself.');
  }
}

/** Ends the program at the first signal to end, as it is meant to be ended. The browser ends with it. */
function onStop(work: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.prependOnceListener(signal, () => {
      work();
      process.exit(exit.done);
    });
}
