import { checkWithVera, type PdfOnDisk } from '../vera/vera.ts';
import { type CheckedFile, checkedClause, collectFindings } from './checked.ts';

/** Runs veraPDF once on the PDFs for readers of all issues, because its start takes longer than most files. */
export async function validateAll(pdfs: readonly (PdfOnDisk & { checked: CheckedFile })[]): Promise<void> {
  const found = pdfs.map(({ file }) => collectFindings([file]));
  await checkWithVera(pdfs);
  const skipped = pdfs
    .flatMap(({ file }) => file.messages)
    .find(({ ruleId, reason }) => ruleId === 'pdf-valid' && /was skipped/.test(reason));
  for (const [i, { checked }] of pdfs.entries()) {
    const findings = found[i]?.().get('pdf-valid');
    checked.clauses.push(
      skipped
        ? { rule: 'pdf-valid', state: 'skipped', why: skipped.reason, findings: [] }
        : checkedClause('pdf-valid', findings),
    );
  }
}
