import type { Site } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import type { Issue } from '../../build/issue/model.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTemplates } from '../../build/theme/templates.ts';
import { readTerms } from '../../build/theme/terms.ts';

const repository = await openRepository(offprintRoot);

/** Offprint's own style, templates and words. */
export const style = await readStyle(repository, 'quarterly', 'print');
export const house = { templates: openTemplates(repository), terms: await readTerms(repository) };

/** Composes an issue with them. */
export function compose(issue: Issue): Promise<Site> {
  return composeGalley(issue, style, house.templates, house.terms);
}
