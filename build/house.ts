import { VFile } from 'vfile';
import { report } from './diagnostics/report.ts';
import type { IssueSource } from './issue/model.ts';
import { FileMissing, type Repository } from './repository.ts';
import { readStyle, type Style } from './styles/style.ts';
import { StyleError } from './styles/style-error.ts';
import { TemplateError } from './templates.ts';

/** What the journal’s own designers can get wrong, as a diagnostic on the file it is in. Throws again what is not theirs. */
export function houseFault(error: unknown, root: string): VFile {
  if (error instanceof TemplateError) {
    const file = new VFile({ path: error.path, cwd: root });
    report(file, 'template-valid', { at: { line: error.line, column: 1 }, found: error.reason });
    return file;
  }
  if (error instanceof StyleError) {
    const file = new VFile({ path: error.path, cwd: root });
    report(file, 'style-valid', { at: { line: error.line, column: error.column }, found: error.reason });
    return file;
  }
  throw error;
}

/** The journal’s style for an edition; one that is not there is reported at its name in journal.yaml. */
export async function styleOf(
  repository: Repository,
  { journal, facts }: IssueSource,
  edition: 'print' | 'epub',
): Promise<Style | undefined> {
  try {
    return await readStyle(repository, journal.value.style, edition, facts.value.accent);
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error;
    report(journal.file, 'style-exists', {
      at: journal.at('style'),
      found: `There is no style "${journal.value.style}": ${error.path} is missing`,
      expected: 'quarterly, essay, or a folder or file in styles/',
    });
    return undefined;
  }
}
