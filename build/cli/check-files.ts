import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Epubchecked, runEpubcheck } from '../check/epub/epubcheck-java.ts';
import { startPreflighter } from '../check/pdf/preflight-in-worker.ts';
import { checkWithVera, type PdfOnDisk } from '../check/vera/vera.ts';
import { checkFile } from '../check-file.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import type { CheckOptions } from './check-command.ts';
import { eachIssue } from './each-issue.ts';
import { isFinishedFile } from './finished-file.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import { type Exit, UsageError } from './usage.ts';

/** `offprint check FILE.pdf`: finished files, of whoever made them. Throws UsageError. */
export async function checkFiles(names: string[], options: CheckOptions): Promise<Exit> {
  const issue = names.find((name) => !isFinishedFile(name));
  if (issue) throw new UsageError(`Check issues or finished files, not both at once: ${issue} is no PDF and no EPUB.`);
  const use = useOf(options.for);
  const { say, stage } = voiceOf(process.stderr, options.quiet === true || options.json === true);
  const preflighter = startPreflighter();
  const { chrome, close } = browserWhenNeeded();
  const tagged: PdfOnDisk[] = [];
  const epubcheck = await epubchecked(names, stage);
  const means = { preflighter, chrome, stage, tagged, use, epubcheck };
  const run = await eachIssue(names, { say, stage }, (path) => checkFile(path, means));
  await Promise.all([preflighter.close(), close()]);
  if (tagged.length > 0) await stage('Asking veraPDF', () => checkWithVera(tagged));
  return tell(run, options, 'no errors');
}

/** What EPUBCheck says of EPUBs, by path, where there are several: one Java machine is enough for them. */
async function epubchecked(paths: readonly string[], stage: Stage): Promise<Map<string, Epubchecked>> {
  const epubs: { path: string; bytes: Uint8Array }[] = [];
  for (const path of paths.filter((one) => /\.epub$/i.test(one))) {
    const bytes = await readFile(resolve(path)).catch(() => undefined);
    if (bytes) epubs.push({ path, bytes });
  }
  if (epubs.length < 2) return new Map();
  const said = await stage('Asking EPUBCheck', () => runEpubcheck(epubs.map(({ bytes }) => bytes)));
  return new Map(epubs.map(({ path }, i) => [path, said[i] ?? '']));
}

/** What a PDF is for, by `--for`; undefined where it is to say so itself. Throws UsageError. */
function useOf(said: string | undefined): 'print' | 'screen' | undefined {
  if (said === undefined || said === 'print' || said === 'screen') return said;
  throw new UsageError(`A PDF is for print or for screen, not for ${said}: say --for print or --for screen.`);
}
