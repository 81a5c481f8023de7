import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { commentsOfFile } from '../../comments/comments-of-file.ts';
import type { PdfComments } from '../../comments/read-comments.ts';
import { maxFileBytes } from '../../pdf-reading/file/limits.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { UsageError } from '../usage.ts';

/** Reads the comments of a PDF that is named on the command line. Throws UsageError. */
export async function readAnnotated(path: string): Promise<PdfComments> {
  const name = relative('.', resolve(path)).replaceAll('\\', '/') || path;
  const found = await stat(resolve(path)).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(found ? `${name} is not a file.` : `There is no file ${name}.`);
  if (found.size > maxFileBytes) throw new UsageError(`${name} has more than ${maxFileBytes / 2 ** 20} MB.`);
  const bytes = await readFile(resolve(path));
  if (!bytes.subarray(0, 1024).includes('%PDF-'))
    throw new UsageError(`${name} is not a PDF. A file of Word or LibreOffice is read by offprint import.`);
  try {
    return await commentsOfFile(bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.rule === 'pdf-unlocked')
      throw new UsageError(
        `${name} is locked with a password. Open it, save it without one (print it to a PDF if need be), and import that.`,
      );
    throw new UsageError(
      `${name} cannot be read. ${error.message}. Open it in a PDF reader, save it under another name, and import that.`,
    );
  }
}
