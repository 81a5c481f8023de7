import type { VFile } from 'vfile';
import { blankQueries } from '../manuscript/queries/find-queries.ts';
import { queriesOf } from '../manuscript/queries/queries-of.ts';
import { type FileLines, linesOfFile } from './file-lines.ts';

/** The lines of a manuscript, with spaces in place of its queries: their words are in no edition. */
export function linesWithoutQueries(file: VFile): FileLines {
  return linesOfFile(blankQueries(String(file), queriesOf(file)));
}
