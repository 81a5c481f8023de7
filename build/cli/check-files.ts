import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type EpubcheckResult, runEpubcheck } from '../check/epub/epubcheck-java.ts';
import { startPreflighter } from '../check/pdf/preflight-in-worker.ts';
import { checkWithVera, type PdfOnDisk } from '../check/vera/vera.ts';
import { checkFile } from '../check-file.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import type { CheckOptions } from './check-command.ts';
import { eachIssue } from './each-issue.ts';
import { isFinishedFile } from './finished-file.ts';
import { printResults } from './print-results.ts';
import { progressOn } from './progress.ts';
import { type Exit, UsageError } from './usage.ts';

/** Runs `offprint check FILE.pdf`: checks finished files, from any producer. Throws UsageError. */
export async function checkFiles(names: string[], options: CheckOptions): Promise<Exit> {
  const issue = names.find((name) => !isFinishedFile(name));
  if (issue)
    throw new UsageError(`Check issues or finished files, not both at once: ${issue} is neither a PDF nor an EPUB.`);
  const use = purposeOf(options.for);
  const { say, stage } = progressOn(process.stderr, options.quiet === true || options.json === true);
  const preflighter = startPreflighter();
  const { chrome, close } = browserWhenNeeded();
  const tagged: PdfOnDisk[] = [];
  const epubcheck = await epubchecked(names, stage);
  const context = { preflighter, chrome, stage, tagged, use, epubcheck };
  const run = await eachIssue(names, { say, stage }, (path) => checkFile(path, context));
  await Promise.all([preflighter.close(), close()]);
  if (tagged.length > 0) await stage('Asking veraPDF', () => checkWithVera(tagged));
  return printResults(run, options, 'no errors');
}

/** The results of EPUBCheck by path, where there are several EPUBs: one Java machine checks them all. */
async function epubchecked(paths: readonly string[], stage: Stage): Promise<Map<string, EpubcheckResult>> {
  const epubs: { path: string; bytes: Uint8Array }[] = [];
  for (const path of paths.filter((one) => /\.epub$/i.test(one))) {
    const bytes = await readFile(resolve(path)).catch(() => undefined);
    if (bytes) epubs.push({ path, bytes });
  }
  if (epubs.length < 2) return new Map();
  const results = await stage('Asking EPUBCheck', () => runEpubcheck(epubs.map(({ bytes }) => bytes)));
  return new Map(epubs.map(({ path }, i) => [path, results[i] ?? '']));
}

/** The purpose of a PDF, from `--for`; undefined where the PDF itself states it. Throws UsageError. */
function purposeOf(use: string | undefined): 'print' | 'screen' | undefined {
  if (use === undefined || use === 'print' || use === 'screen') return use;
  throw new UsageError(`A PDF is for print or for screen, not for ${use}: say --for print or --for screen.`);
}
