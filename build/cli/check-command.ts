import { resolve } from 'node:path';
import { checkEditions, type EditionsChecked } from '../check/editions/check-editions.ts';
import { validateAll } from '../check/editions/validate-all.ts';
import { writeReport } from '../check/editions/write-report.ts';
import { startPreflighter } from '../check/pdf/preflight-aside.ts';
import { checkWithVera, type Validated } from '../check/vera/vera.ts';
import { checkFile, isEdition } from '../check-file.ts';
import { checkIssue, type InType } from '../check-issue.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import { eachIssue } from './each-issue.ts';
import { type CommonOptions, issuesOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import { type Exit, UsageError } from './usage.ts';

interface CheckOptions extends CommonOptions {
  out?: string;
  for?: string;
}

/**
 * `offprint check`: everything that can be said of the manuscripts without making an edition, and of the editions where they are made; or of finished files, of
 * whoever made them.
 */
export async function checkCommand(names: string[], options: CheckOptions): Promise<Exit> {
  if (names.some(isEdition)) return checkFiles(names, options);
  if (options.for !== undefined)
    throw new UsageError('--for says what a finished PDF is for: offprint check FILE.pdf --for print.');
  return checkIssues(names, options);
}

async function checkFiles(names: string[], options: CheckOptions): Promise<Exit> {
  const issue = names.find((name) => !isEdition(name));
  if (issue) throw new UsageError(`Check issues or finished files, not both at once: ${issue} is no PDF and no EPUB.`);
  const use = useOf(options.for);
  const { say, stage } = voiceOf(process.stderr, options.quiet === true || options.json === true);
  const preflighter = startPreflighter();
  const { chrome, close } = browserWhenNeeded();
  const tagged: Validated[] = [];
  const means = { preflighter, chrome, stage, tagged, use };
  const run = await eachIssue(names, { say, stage }, (path) => checkFile(path, means));
  await Promise.all([preflighter.close(), close()]);
  if (tagged.length > 0) await stage('Asking veraPDF', () => checkWithVera(tagged));
  return tell(run, options, 'no errors');
}

async function checkIssues(names: string[], options: CheckOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = options.out === undefined ? resolve(repository.root, 'dist') : resolve(options.out);
  const { say, stage } = voiceOf(process.stderr, options.quiet === true || options.json === true);
  const preflighter = startPreflighter();
  const { chrome, close } = browserWhenNeeded();
  const finished: { inType: InType; editions: EditionsChecked }[] = [];
  const run = await eachIssue(issues, { say, stage }, async (name) => {
    const checked = await checkIssue(name, repository, stage);
    if (!checked.inType) return checked;
    const { issue, ...made } = checked.inType;
    const editions = await checkEditions(issue, { ...made, out, preflighter, chrome, stage });
    if (editions) finished.push({ inType: checked.inType, editions });
    return { ...checked, files: [...checked.files, ...(editions?.finished.reported ?? [])] };
  });
  await Promise.all([preflighter.close(), close()]);
  if (finished.length > 0) {
    await stage('Asking veraPDF', () => validateAll(finished.map(({ editions }) => editions)));
    for (const { inType, editions } of finished) await writeReport(editions, inType.issue, inType.house);
  }
  return tell(run, options, 'no errors');
}

/** What a PDF is for, by `--for`; undefined where it is to say so itself. Throws UsageError. */
function useOf(said: string | undefined): 'print' | 'screen' | undefined {
  if (said === undefined || said === 'print' || said === 'screen') return said;
  throw new UsageError(`A PDF is for print or for screen, not for ${said}: say --for print or --for screen.`);
}
