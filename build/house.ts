import { VFile } from 'vfile';
import { report } from './diagnostics/report.ts';
import type { IssueSource } from './issue/model.ts';
import { nearest } from './issue/nearest.ts';
import { FileMissing, PathOutside, type Repository } from './repository.ts';
import { readStyle, type Style } from './styles/style.ts';
import { StyleError } from './styles/style-error.ts';
import { TemplateError } from './templates.ts';

/** What came of an issue whose work ended early: a fault of the journal’s designers is one more diagnostic, anything else ends the run. */
export async function endedEarly(
  issue: string,
  files: VFile[],
  error: unknown,
  repository: Repository,
): Promise<{ issue: string; files: VFile[]; ended?: unknown }> {
  return houseFault(error, repository).then(
    (file) => ({ issue, files: [...files, file] }),
    (ended: unknown) => ({ issue, files, ended }),
  );
}

/** What the journal’s own designers can get wrong, as a diagnostic on the file it is in. Throws again what is not theirs. */
async function houseFault(error: unknown, repository: Repository): Promise<VFile> {
  if (!(error instanceof TemplateError || error instanceof StyleError)) throw error;
  const data = await repository.house(error.path).then(
    (read) => read.data,
    () => undefined, // It leads elsewhere.
  );
  const file = new VFile({ path: error.path, cwd: repository.root, value: new TextDecoder().decode(data) });
  const at = { line: error.line, column: error instanceof StyleError ? error.column : 1 };
  report(file, error instanceof StyleError ? 'style-valid' : 'template-valid', { at, found: error.reason });
  return file;
}

/** The journal’s style for an edition; where it is not there or cannot be read, that is a diagnostic, and undefined is returned. */
export async function styleOf(
  repository: Repository,
  { journal, facts, files }: IssueSource,
  edition: 'print' | 'epub',
): Promise<Style | undefined> {
  const name = journal.value.style;
  try {
    return await readStyle(repository, name, edition, facts.value.accent);
  } catch (error) {
    if (error instanceof StyleError) {
      files.push(await houseFault(error, repository));
    } else if (error instanceof FileMissing || error instanceof PathOutside) {
      const known = await stylesOf(repository);
      const close = nearest(name, known);
      const folder =
        error instanceof PathOutside
          ? error.message
          : known.includes(name)
            ? `The style "${name}" has no ${edition}.css`
            : undefined;
      report(journal.file, 'style-exists', {
        at: journal.at('style'),
        found: folder ?? `There is no style "${name}"`,
        expected: `${known.join(', ')}, or a folder or file in styles/`,
        ...(close && !folder ? { fix: `Did you mean ${close}?` } : {}),
      });
    } else throw error;
    return undefined;
  }
}

/** Names of the house styles and of the journal’s own. */
async function stylesOf(repository: Repository): Promise<string[]> {
  const own: string[] = [];
  for (const name of await repository.list('styles')) {
    if (name.endsWith('.css')) own.push(name.slice(0, -4));
    else if ((await repository.list(`styles/${name}`)).some((file) => /^(print|epub)\.css$/.test(file)))
      own.push(name.slice(0, -1));
  }
  return [...new Set(['quarterly', 'essay', ...own])];
}
