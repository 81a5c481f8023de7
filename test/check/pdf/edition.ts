import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { offprint } from '../../cli/offprint.ts';
import { kept } from '../../run/kept.ts';

/**
 * A small journal with every construct that has tags: notes, a figure, a table, a list, links, headings, foreign words.
 */
export const journal = fileURLToPath(new URL('fixtures/journal', import.meta.url));

let built: Promise<string> | undefined;

/**
 * Returns the folder for issues in which the small journal’s issue was built, as an editor builds it. It is shared:
 * only read it.
 */
export function dist(): Promise<string> {
  built ??= kept([journal], 'all editions', async (out) => {
    const { code, stderr } = await offprint(['build', '--out', out, '--quiet'], journal);
    assert.is(code, 0, stderr);
  });
  return built;
}

/** A file of it. */
export async function editionFile(name: string): Promise<Uint8Array> {
  return readFile(join(await dist(), '2026-1', name));
}
