import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Chrome } from './browser/browser.ts';
import type { EpubcheckResult } from './check/epub/epubcheck-java.ts';
import { checkEpub } from './check/epub.ts';
import type { Preflighter } from './check/pdf/preflight-in-worker.ts';
import { reportPreflight } from './check/pdf/report-preflight.ts';
import type { PdfOnDisk } from './check/vera/vera.ts';
import { report } from './diagnostics/report.ts';
import type { Stage } from './diagnostics/stage.ts';
import type { Outcome } from './in-type/outcome.ts';
import { maxFileBytes } from './pdf-reading/file/limits.ts';

/** The context of checking: another thread for PDFs, a browser for EPUBs, and collections for later checks. */
interface CheckFileContext {
  preflighter: Preflighter;
  chrome: () => Promise<Chrome>;
  stage: Stage;
  /** Collects the PDFs for readers, which veraPDF will check. */
  tagged: PdfOnDisk[];
  /** The findings of EPUBCheck, by path, if it checked several books at once. */
  epubcheck: ReadonlyMap<string, EpubcheckResult>;
  /** The purpose of the PDFs; undefined if each states its own. */
  use: 'print' | 'screen' | undefined;
}

/** Checks finished files from any producer against the rules for a PDF or an EPUB of their kind. */
export async function checkFile(
  path: string,
  { preflighter, chrome, stage, tagged, use, epubcheck }: CheckFileContext,
): Promise<Outcome> {
  const file = new VFile({ path });
  const isPdf = /\.pdf$/i.test(path);
  const size = await stat(resolve(path)).catch(() => undefined);
  if (!size?.isFile()) {
    report(file, 'file-exists', {
      found: size ? 'This is not a file' : 'There is no such file',
      expected: 'a PDF or an EPUB',
    });
  } else if (isPdf && size.size > maxFileBytes) {
    report(file, 'pdf-readable', {
      found: `The file has ${Math.round(size.size / 2 ** 20)} MB`,
      expected: `at most ${maxFileBytes / 2 ** 20} MB`,
    });
  } else {
    const bytes = await readFile(resolve(path));
    await stage('Checking', async () => {
      if (!isPdf) return checkEpub(bytes, file, { validators: { chrome, epubcheck: epubcheck.get(path) } });
      const result = await preflighter.preflight(bytes, { isThirdParty: true, ...(use ? { profile: use } : {}) });
      reportPreflight(file, result);
      if (result.profile === 'screen') tagged.push({ path: resolve(path), file });
    });
  }
  return { issue: path, files: [file] };
}
