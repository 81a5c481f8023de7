import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { buildIssue } from '../../build/build.ts';
import type { Cache } from '../../build/cache/cache.ts';
import { silently } from '../../build/diagnostics/stage.ts';
import { openRepository } from '../../build/disk/repository.ts';

/** What a build of the EPUB alone made, and all that was said. */
export interface BuiltEpub {
  /** Undefined where faults stopped the build. */
  epub: Buffer | undefined;
  said: ReturnType<typeof saidOn>;
}

/** Builds the EPUB of an issue of a journal. */
export async function buildEpub(root: string, issue: string, cache: Cache): Promise<BuiltEpub> {
  const out = await mkdtemp(join(tmpdir(), 'offprint-kept-'));
  try {
    const { files, ended } = await buildIssue(issue, {
      repository: await openRepository(root),
      out,
      only: new Set(['epub']),
      strict: false,
      chrome: () => Promise.reject(new Error('An EPUB needs no browser.')),
      cache,
      stage: silently,
    });
    if (ended) throw ended;
    const names = await readdir(join(out, issue)).catch(() => []);
    const name = names.find((one) => one.endsWith('.epub'));
    return { epub: name ? await readFile(join(out, issue, name)) : undefined, said: saidOn(files) };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** All diagnostics on files, as plain data, with everything that is shown of them. */
export function saidOn(files: readonly VFile[]) {
  return files.map(({ path, messages }) => ({
    path,
    messages: messages.map((message) => ({ ...message, stack: undefined, name: undefined })),
  }));
}
