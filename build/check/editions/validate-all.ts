import { checkWithVera, type PdfOnDisk } from '../vera/vera.ts';
import { type CheckedFile, clauseOf, newMessages } from './checked.ts';

/** Asks veraPDF about the PDFs for readers of all issues, in one go: its start takes longer than most files. */
export async function validateAll(pdfs: readonly (PdfOnDisk & { checked: CheckedFile })[]): Promise<void> {
  const found = pdfs.map(({ file }) => newMessages([file]));
  await checkWithVera(pdfs);
  const skipped = pdfs
    .flatMap(({ file }) => file.messages)
    .find(({ ruleId, reason }) => ruleId === 'pdf-valid' && /was skipped/.test(reason));
  for (const [i, { checked }] of pdfs.entries()) {
    const findings = found[i]?.().get('pdf-valid');
    checked.clauses.push(
      skipped
        ? { rule: 'pdf-valid', state: 'skipped', why: skipped.reason, findings: [] }
        : clauseOf('pdf-valid', findings),
    );
  }
}
