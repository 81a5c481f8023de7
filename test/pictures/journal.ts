import { appendFile, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { kept } from '../run/kept.ts';

/** Two papers, in English and Ukrainian, with notes, figures and a table that no column holds. */
const journal = fileURLToPath(new URL('fixtures/journal', import.meta.url));

/** An edition of the journal in a style. */
export async function pdfIn(style: string, edition: string): Promise<Uint8Array> {
  const files = await kept([journal], `${style} ${edition}`, async (out) => {
    const root = await emptyFolder();
    await cp(journal, root, { recursive: true });
    await appendFile(join(root, 'manuscripts/journal.yaml'), `style: ${style}\n`);
    const { code, stderr } = await offprint(['build', '--only', edition, '--out', out, '--quiet'], root);
    assert.is(code, 0, stderr);
  });
  return readFile(join(files, `2026-1/stick-2026-1-${edition}.pdf`));
}
