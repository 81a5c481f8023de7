import type { VFile } from 'vfile';
import type { Repository } from '../disk/repository.ts';
import { designerFault } from './designer-faults.ts';

/** What came of an issue: where it was published, if it was, and every diagnostic on the way. */
export interface Outcome {
  issue: string;
  folder?: string;
  /** What is worth knowing of what was made, a line each. */
  told?: string[];
  files: VFile[];
  /** What was thrown, where that ended the work on the issue: there is nothing to be done for others, either. */
  ended?: unknown;
}

/**
 * What came of an issue whose work was ended early by what it threw: a fault of the journal’s designers is one more
 * diagnostic, anything else ends the run.
 */
export async function endedEarly(
  issue: string,
  files: VFile[],
  error: unknown,
  repository: Repository,
): Promise<Outcome> {
  return designerFault(error, repository).then(
    (file) => ({ issue, files: [...files, file] }),
    (ended: unknown) => ({ issue, files, ended }),
  );
}
