import { maxMilliseconds } from '../pdf-reading/file/limits.ts';
import { Unreadable } from '../pdf-reading/file/unreadable.ts';
import { answerOf, startReader } from '../pdf-reading/reader-thread.ts';
import type { PdfComments } from './read-comments.ts';

/**
 * Reads the comments of a PDF from anybody, in a thread of its own, which ends with a file that takes too long or too
 * much memory. Throws Unreadable.
 */
export async function commentsOfFile(bytes: Uint8Array, time = maxMilliseconds): Promise<PdfComments> {
  const worker = startReader(new URL('./comments-worker.mjs', import.meta.url));
  try {
    const answer = await answerOf<PdfComments>(worker, { bytes }, time);
    if ('result' in answer) return answer.result;
    const { error } = answer;
    if (error instanceof Unreadable) throw error;
    const { name, message, expected, rule } = error as Unreadable;
    if (name === 'Unreadable') throw new Unreadable(message, expected, rule);
    throw new Unreadable('The file is damaged: its objects are not as a PDF has them', 'a PDF as a reader saves it');
  } finally {
    await worker.terminate();
  }
}
