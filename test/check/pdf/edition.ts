import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';

/** A small journal with one of everything that tags tell: notes, a figure, a table, a list, links, headings, foreign words. */
export const journal = fileURLToPath(new URL('fixtures/journal', import.meta.url));

let built: Promise<string> | undefined;

/** The folder of the small journal’s issue, built as an editor builds it. */
export function edition(): Promise<string> {
  built ??= (async () => {
    const out = await emptyFolder();
    const { code, stderr } = await offprint(['build', '--only', 'print,screen', '--out', out, '--quiet'], journal);
    assert.is(code, 0, stderr);
    return join(out, '2026-1');
  })();
  return built;
}

/** A file of it. */
export async function editionFile(name: string): Promise<Uint8Array> {
  return readFile(join(await edition(), name));
}
