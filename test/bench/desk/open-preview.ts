import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { offprintRoot } from '../../../build/disk/repository.ts';
import type { TrialJournal } from '../units/trial-journal.ts';

/** A preview that runs in a process of its own, as a user starts it. */
export interface OpenPreview {
  url: string;
  process: ChildProcess;
  close(): Promise<void>;
}

/** Starts the preview of a journal. What it makes is kept in the folder. */
export async function openPreview({ root, issue }: TrialJournal, folder: string): Promise<OpenPreview> {
  const args = [
    'preview',
    issue,
    '--root',
    root,
    '--cache',
    join(folder, 'cache'),
    '--port',
    '0',
    '--no-open',
    '--json',
  ];
  const child = spawn(process.execPath, [join(offprintRoot, 'build/offprint.mjs'), ...args], {
    env: { ...process.env, XDG_CACHE_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line');
  return {
    url: JSON.parse(line).url,
    process: child,
    async close() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}
