import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chrome, startChrome } from '../../build/browser/browser.ts';
import { noCache } from '../../build/cache/cache.ts';
import type { DeskState } from '../../build/desk/desk-state.ts';
import { type RunningDesk, runDesk } from '../../build/desk/run-desk.ts';
import { offprintRoot } from '../../build/disk/offprint-root.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { beforeEnding } from '../run/ending.ts';

/** A desk that is open for a test, on a copy of a journal. */
export interface DeskForTest extends RunningDesk {
  root: string;
  chrome: Chrome;
  state(): Promise<DeskState>;
  /** Waits for a state of which something is true. */
  until(isSo: (state: DeskState) => boolean): Promise<DeskState>;
  /** What it said was wrong. */
  troubles: string[];
  /** Ends the desk, and removes the copy. */
  end(): Promise<void>;
}

/** Opens the desk for an issue of a copy of a journal’s folder: of its manuscripts, styles and templates. */
export async function deskFor(journal: string, folder: string): Promise<DeskForTest> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-desk-'));
  const own = journal === offprintRoot ? ['manuscripts'] : ['manuscripts', 'styles', 'templates'];
  for (const name of own) await cp(join(journal, name), join(root, name), { recursive: true }).catch(ignoreMissing);
  const chrome = await startChrome();
  const troubles: string[] = [];
  const states = new Set<() => void>();
  const desk = await runDesk(
    { repository: await openRepository(root), folder, cache: noCache, chrome: async () => chrome, jobs: 2 },
    0,
    {
      onChange: () => {
        for (const one of [...states]) one();
      },
      onTrouble: (reason) => troubles.push(reason),
    },
  );
  const state = async () => (await fetch(`${desk.url}state`)).json() as Promise<DeskState>;
  let isOver = false;
  const end = async () => {
    if (isOver) return;
    isOver = true;
    await desk.close();
    await chrome.close();
    await rm(root, { recursive: true, force: true });
  };
  beforeEnding(end);
  await desk.ready;
  return {
    ...desk,
    root,
    chrome,
    troubles,
    state,
    async until(isSo) {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          const once = () => {
            states.delete(once);
            resolve();
          };
          states.add(once);
        });
        const now = await state();
        if (isSo(now)) return now;
        await changed;
      }
    },
    end,
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
