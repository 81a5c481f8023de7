import { VFile } from 'vfile';
import { checkFaces } from './check/faces.ts';
import { report } from './diagnostics/report.ts';
import { FileMissing, PathOutside, type Repository } from './disk/repository.ts';
import { composeDocument } from './galley/galley.ts';
import type { Issue, IssueSource } from './issue/model.ts';
import { readStyle, type Style } from './styles/style.ts';
import { StyleError, type StyleFault } from './styles/style-error.ts';
import { wishesOf } from './styles/wishes.ts';
import { nearest } from './text/nearest.ts';
import { TemplateError, type Templates } from './theme/templates.ts';
import type { TermsBook } from './theme/terms.ts';

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
  const file = await houseFile(repository, error.path);
  if (error instanceof StyleError) reportStyleFault(file, error);
  else report(file, 'template-valid', { at: { line: error.line, column: 1 }, found: error.reason });
  return file;
}

/** Puts what a style cannot have on the files that ask for it: the journal’s settings among `files`, stylesheets as files of their own. */
async function reportStyleFaults(faults: readonly StyleFault[], repository: Repository, files: VFile[]): Promise<void> {
  for (const fault of faults) {
    let file = files.find(({ path }) => path === fault.path);
    if (!file) {
      file = await houseFile(repository, fault.path);
      files.push(file);
    }
    reportStyleFault(file, fault);
  }
}

/** Reports on the issue’s files what it asks of the style’s faces that they do not have. Throws TemplateError. */
export async function checkStyle(
  issue: Issue,
  style: Style,
  { templates, terms }: { templates: Templates; terms: TermsBook },
  repository: Repository,
): Promise<void> {
  const { tree } = await composeDocument(issue, style, templates, terms);
  await reportStyleFaults(checkFaces(issue, tree, style), repository, issue.files);
}

async function houseFile(repository: Repository, path: string): Promise<VFile> {
  const read = await repository.house(path).catch(() => undefined); // It leads elsewhere.
  // Offprint’s own file is told with where it is: the journal has none of that name.
  const cwd = read?.source.slice(0, -path.length) ?? repository.root;
  return new VFile({ path, cwd, value: new TextDecoder().decode(read?.data) });
}

function reportStyleFault(file: VFile, fault: StyleFault | StyleError): void {
  const { line, column, rule, fix } = fault;
  const { found, expected, level } =
    fault instanceof StyleError ? { found: fault.reason, expected: undefined, level: undefined } : fault;
  report(file, rule, {
    at: { line, column },
    found,
    ...(expected ? { expected } : {}),
    ...(fix ? { fix } : {}),
    ...(level ? { level } : {}),
  });
}

/** The journal’s style for an edition; where it is not there or cannot be read, that is a diagnostic, and undefined is returned. */
export async function styleOf(
  repository: Repository,
  source: IssueSource,
  edition: 'print' | 'epub',
): Promise<Style | undefined> {
  const { journal, files } = source;
  const name = journal.value.style;
  try {
    const style = await readStyle(repository, name, edition, wishesOf(source));
    await reportStyleFaults(style.faults, repository, files);
    return style;
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
