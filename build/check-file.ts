import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Chrome } from './browser/browser.ts';
import type { Epubchecked } from './check/epub/epubcheck-java.ts';
import { checkEpub } from './check/epub.ts';
import type { Preflighter } from './check/pdf/preflight-aside.ts';
import { reportPreflight } from './check/pdf/report-preflight.ts';
import type { Validated } from './check/vera/vera.ts';
import { report } from './diagnostics/report.ts';
import type { Stage } from './diagnostics/stage.ts';
import type { Outcome } from './in-type/outcome.ts';
import { mostBytes } from './pdf-reading/file/limits.ts';

/** What checking takes: another process for PDFs, a browser for EPUBs. */
interface Means {
  preflighter: Preflighter;
  chrome: () => Promise<Chrome>;
  stage: Stage;
  /** Takes up the PDFs for readers, which veraPDF is to be asked about. */
  tagged: Validated[];
  /** What EPUBCheck said, by path, where it was asked about several at once. */
  epubcheck: ReadonlyMap<string, Epubchecked>;
  /** What PDFs are for; undefined where each says so itself. */
  use: 'print' | 'screen' | undefined;
}

/** Holds finished files, of whoever made them, to what a PDF or an EPUB of their kind has to be. */
export async function checkFile(
  path: string,
  { preflighter, chrome, stage, tagged, use, epubcheck }: Means,
): Promise<Outcome> {
  const file = new VFile({ path });
  const isPdf = /\.pdf$/i.test(path);
  const size = await stat(resolve(path)).catch(() => undefined);
  if (!size?.isFile()) {
    report(file, 'file-exists', {
      found: size ? 'This is no file' : 'There is no such file',
      expected: 'a PDF or an EPUB',
    });
  } else if (isPdf && size.size > mostBytes) {
    report(file, 'pdf-readable', {
      found: `The file has ${Math.round(size.size / 2 ** 20)} MB`,
      expected: `at most ${mostBytes / 2 ** 20} MB`,
    });
  } else {
    const bytes = await readFile(resolve(path));
    await stage('Checking', async () => {
      if (!isPdf) return checkEpub(bytes, file, { validators: { chrome, epubcheck: epubcheck.get(path) } });
      const result = await preflighter.preflight(bytes, { foreign: true, ...(use ? { profile: use } : {}) });
      reportPreflight(file, result);
      if (result.profile === 'screen') tagged.push({ path: resolve(path), file });
    });
  }
  return { issue: path, files: [file] };
}
