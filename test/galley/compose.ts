import type { Site } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import type { Issue } from '../../build/issue/model.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';

const repository = await openRepository(offprintRoot);

/** Offprint's own style, templates and words. */
export const style = await readStyle(repository, 'quarterly', 'print');
export const theme = await openTheme(repository);

/** Composes an issue with them. */
export function compose(issue: Issue): Promise<Site> {
  return composeGalley(issue, style, theme);
}
