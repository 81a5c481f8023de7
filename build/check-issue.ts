import type { VFile } from 'vfile';
import { checkInType } from './check-in-type.ts';
import type { Stage } from './diagnostics/stage.ts';
import type { Repository } from './disk/repository.ts';
import { type Source, sourcesOf } from './dist/sources.ts';
import { endedEarly, styleOf } from './house.ts';
import type { Issue } from './issue/model.ts';
import { prepareIssue } from './manuscript/prepare.ts';
import { readIssue } from './manuscript/read.ts';
import { type PressSettings, readPressSettings } from './pdf/press/press-settings.ts';
import type { Style } from './styles/style.ts';
import { openTemplates, type Templates } from './theme/templates.ts';
import { readTerms, type TermsBook } from './theme/terms.ts';

/** What came of an issue: where it was published, if it was, and every diagnostic on the way. */
export interface Built {
  issue: string;
  folder?: string;
  /** What is worth knowing of what was made, a line each. */
  told?: string[];
  files: VFile[];
  /** What was thrown, where that ended the work on the issue: there is nothing to be done for others, either. */
  ended?: unknown;
}

/** An issue set in type, and what its editions are made with. */
export interface InType {
  issue: Issue;
  /** How the press wants it; undefined where that cannot be read. */
  press: PressSettings | undefined;
  /** The style of what is printed; undefined where it cannot be read. */
  style: Style | undefined;
  house: { templates: Templates; terms: TermsBook };
  sources: Source[];
}

/** An issue that was read and set: its trees, what it is printed with, and the files it is made of. */
export interface Checked extends Built {
  inType?: InType;
}

/** Reads and sets an issue without making anything of it, as `offprint check` does. Needs no browser. */
export async function checkIssue(folder: string, repository: Repository, stage: Stage): Promise<Checked> {
  const sources = await sourcesOf(repository, folder);
  const source = await stage('Reading manuscripts', () => readIssue(repository, folder));
  try {
    const terms = await readTerms(repository);
    const issue = await stage('Setting in type', () => prepareIssue(source, repository, terms));
    const epub = await styleOf(repository, source, 'epub');
    const print = await styleOf(repository, source, 'print');
    const house = { templates: openTemplates(repository), terms };
    await checkInType(issue, { print, epub }, house, repository);
    const press = await readPressSettings(repository, source);
    return { issue: folder, files: source.files, inType: { issue, press, style: print, house, sources } };
  } catch (error) {
    return endedEarly(folder, source.files, error, repository);
  }
}
