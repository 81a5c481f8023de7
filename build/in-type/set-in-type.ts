import type { Stage } from '../diagnostics/stage.ts';
import type { Repository } from '../disk/repository.ts';
import type { Issue, IssueFacts, IssueSource, Located } from '../issue/model.ts';
import { prepareIssue } from '../manuscript/prepare.ts';
import { type PressSettings, readPressSettings } from '../pdf/press/press-settings.ts';
import { openTheme, type Theme } from '../theme/theme.ts';
import { checkInType } from './check-in-type.ts';
import { type Sheets, type Styles, stylesOfIssue } from './styles-of-issue.ts';

/** An issue set in type, and what its editions are made with. */
export interface InType {
  issue: Issue;
  /** The issue’s facts, with the place of each. */
  facts: Located<IssueFacts>;
  theme: Theme;
  styles: Styles;
  /** How the press wants it; undefined where that was not asked, or cannot be read. */
  press: PressSettings | undefined;
}

/** What an issue is set in type for. */
export interface TypeWanted {
  sheets: Sheets;
  /** Whether it goes to the press. */
  press: boolean;
}

/**
 * Sets an issue that was read in type, and holds it to what it is to be made with: `check` and `build` ask the same.
 * What is wrong is reported on the issue’s files. Needs no browser. Throws TemplateError.
 */
export async function setInType(
  source: IssueSource,
  repository: Repository,
  { sheets, press: goesToPress }: TypeWanted,
  stage: Stage,
): Promise<InType> {
  const theme = await openTheme(repository);
  const issue = await stage('Setting in type', () => prepareIssue(source, repository, theme.terms));
  const styles = await stylesOfIssue(repository, source, sheets);
  const press = goesToPress ? await readPressSettings(repository, source) : undefined;
  await checkInType(issue, styles, theme, repository);
  return { issue, facts: source.facts, theme, styles, press };
}
