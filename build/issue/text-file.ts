import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { FileMissing, PathOutside, type Repository } from '../repository.ts';

/** Where a file was named, for the diagnostic when it is not there. */
export interface NamedAt {
  file: VFile;
  at?: Parameters<typeof report>[2]['at'];
}

/**
 * Reads a text file of the repository. Reports what is wrong with it: at the place that named it where it is missing or outside, on the
 * file itself where it is not text. Returns undefined then (a file that is not text comes back empty, with its diagnostics).
 */
export async function readTextFile(repository: Repository, path: string, named: NamedAt): Promise<VFile | undefined> {
  let data: Uint8Array;
  try {
    data = await repository.read(path);
  } catch (error) {
    reportUnreadable(error, path, named);
    return undefined;
  }
  const file = new VFile({ path, cwd: repository.root, value: '' });
  if (data.length > maxBytes) {
    report(file, 'file-size', {
      at: start,
      found: `The file has ${data.length.toLocaleString('en')} bytes`,
      expected: 'at most 4 MB',
    });
    return file;
  }
  const text = decode(data);
  if (text === undefined) {
    report(file, 'file-text', {
      at: start,
      found: looksLike(data),
      expected: 'text in UTF-8',
      fix: 'Save it from an editor as plain text in UTF-8; bring a Word file in with `offprint import`.',
    });
    return file;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length <= maxLine) continue;
    report(file, 'file-size', {
      at: { line: index + 1, column: 1 },
      found: `A line of ${line.length.toLocaleString('en')} characters`,
      expected: `at most ${maxLine.toLocaleString('en')}`,
      fix: 'Remove what was pasted here by accident, or break the paragraph.',
    });
    return file;
  }
  file.value = text;
  return file;
}

/** Reports why a file that a place names could not be read; throws what is not the editor's fault. */
export function reportUnreadable(error: unknown, path: string, { file, at }: NamedAt): void {
  if (error instanceof PathOutside) {
    report(file, 'file-inside', {
      at,
      found: `${path} is outside the repository`,
      fix: 'Copy the file into the issue’s folder and name it from there.',
    });
  } else if (error instanceof FileMissing) {
    report(file, 'file-exists', {
      at,
      found: `There is no file ${path}`,
      fix: 'Check the name, its capitals and its ending, or add the file.',
    });
  } else throw error;
}

const maxBytes = 4_000_000;
const maxLine = 100_000;
const start = { line: 1, column: 1 };

/** Text of UTF-8 bytes, without its byte order mark; undefined where they are something else. */
function decode(data: Uint8Array): string | undefined {
  if (data.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function looksLike(data: Uint8Array): string {
  const head = Buffer.from(data.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK')) return 'The file is a Word file or another ZIP archive';
  if (head.startsWith('%PDF')) return 'The file is a PDF';
  if (head.startsWith('\x89PNG') || head.startsWith('\xff\xd8')) return 'The file is a picture';
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return 'The file is in UTF-16';
  return data.includes(0) ? 'The file is not text' : 'The file is not in UTF-8';
}
