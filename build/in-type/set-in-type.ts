import { VFile } from 'vfile';
import { type Cache, noCache } from '../cache/cache.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { Repository } from '../disk/repository.ts';
import type { Galley } from '../galley/galley.ts';
import type { Issue, IssueFacts, IssueSource, Located } from '../issue/model.ts';
import { prepareIssue } from '../manuscript/prepare.ts';
import { queriesOf } from '../manuscript/queries/queries-of.ts';
import { reportOpenQueries } from '../manuscript/queries/report-queries.ts';
import { type PressSettings, readPressSettings } from '../pdf/press/press-settings.ts';
import type { CitationStyle } from '../references/cite/styles.ts';
import { processorVersion, readCitationStyle } from '../references/cite/styles.ts';
import { openTheme, type Theme } from '../theme/theme.ts';
import { checkInType } from './check-in-type.ts';
import { type Sheets, type Styles, stylesOfIssue } from './styles-of-issue.ts';

/** An issue set in type, with everything else that its editions are made with. */
export interface InType {
  issue: Issue;
  /** What it was made of, with the place of each fact. */
  source: IssueSource;
  /** The issue’s facts, with the place of each. */
  facts: Located<IssueFacts>;
  theme: Theme;
  styles: Styles;
  /** The settings for the press; undefined if they are not needed, or cannot be read. */
  press: PressSettings | undefined;
  /** Reads the style by which the journal cites; undefined if it names none, or there is no processor for it. */
  citationStyle: () => Promise<CitationStyle | undefined>;
  /** The print document; undefined if it is not needed, or cannot be composed. */
  galley: Galley | undefined;
}

/** The purpose for which an issue is set in type. */
export interface TypesettingOptions {
  sheets: Sheets;
  /** True if it goes to the press. */
  press: boolean;
}

/**
 * Sets an issue in type, and checks it against the means of its editions, for `check` and `build` alike. Faults are
 * reported on the issue’s files. Needs no browser. Throws TemplateError.
 */
export async function setInType(
  source: IssueSource,
  repository: Repository,
  { sheets, press: goesToPress }: TypesettingOptions,
  stage: Stage,
  cache: Cache = noCache,
): Promise<InType> {
  const theme = await openTheme(repository);
  const issue = await stage('Setting in type', () => prepareIssue(source, repository, theme.terms, cache));
  const styles = await stylesOfIssue(repository, source, sheets);
  const press = goesToPress ? await readPressSettings(repository, source) : undefined;
  if (goesToPress) for (const { file } of issue.articles) reportOpenQueries(file, queriesOf(file));
  const galley = await checkInType(issue, styles, theme, repository, cache);
  return {
    issue,
    source,
    facts: source.facts,
    theme,
    styles,
    press,
    galley,
    citationStyle: () => citationStyleOf(source, repository),
  };
}

/** The style that journal.yaml names. One that is wrong is reported where articles cite by it. */
async function citationStyleOf({ journal }: IssueSource, repository: Repository): Promise<CitationStyle | undefined> {
  const name = journal.value['citation-style'];
  if (!name || !processorVersion()) return undefined;
  const silent = new VFile({ path: journal.file.path, cwd: journal.file.cwd });
  return readCitationStyle(repository, name, { file: silent, at: undefined });
}
