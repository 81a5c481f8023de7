import { diagnosticsJson } from '../diagnostics/machine.ts';
import type { Repository } from '../disk/repository.ts';
import { importInto } from '../import/import-into.ts';
import { type Doubt, NotImported } from '../import/imported.ts';
import { reportDoubts } from '../import/report-doubts.ts';
import { fileLines, lossSaid, lostWords, mergeLines, quietLines } from '../import/tell-import.ts';
import type { ImportReport } from './desk-state.ts';
import type { DroppedFile } from './server/routes.ts';

/** Makes a manuscript of an author’s file that was dropped on the page, in the issue that is open. */
export async function importDropped(
  repository: Repository,
  issue: string,
  { name, bytes, changes }: DroppedFile,
): Promise<ImportReport> {
  const told = (doubts: readonly Doubt[], decisions = '') =>
    diagnosticsJson([reportDoubts(name, bytes, doubts, decisions)], repository.root);
  try {
    // What stands beside the file stays on the user’s disk.
    const file = { name, bytes, beside: () => undefined };
    const imported = await importInto(repository, file, { issue, ocr: false, annotate: false, changes });
    const { made, places, done } = imported;
    if (!done)
      return {
        refused: { found: 'The words are not the same', fix: lossSaid, hasChanges: false },
        told: [],
        doubts: told(lostWords(made)),
      };
    return {
      manuscript: places.manuscript,
      told: [...fileLines(imported), ...(done.merged ? mergeLines(done.merged) : []), ...quietLines(imported)],
      doubts: told(made.open, places.decisions),
    };
  } catch (error) {
    if (!(error instanceof NotImported)) throw error;
    const { message: found, fix, doubts } = error;
    const hasChanges = doubts.some(({ rule }) => rule === 'import-changes');
    return { refused: { found, fix, hasChanges }, told: [], doubts: told(doubts) };
  }
}
