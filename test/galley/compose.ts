import type { Site } from '../../build/browser/browser.ts';
import { siteOf } from '../../build/browser/site-of.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { composeGalley, type Galley } from '../../build/galley/galley.ts';
import { runningHeads } from '../../build/galley/running-heads.ts';
import type { Issue } from '../../build/issue/model.ts';
import { readStyle, type Style } from '../../build/styles/style.ts';
import { termsFor } from '../../build/theme/terms.ts';
import { openTheme } from '../../build/theme/theme.ts';

const repository = await openRepository(offprintRoot);

/** Offprint's own style, templates and words. */
export const style = await readStyle(repository, 'quarterly', 'print');
export const theme = await openTheme(repository);

/** Composes an issue with them: the whole print document, with the rules of all articles. */
export async function compose(issue: Issue): Promise<Site> {
  const heads = runningHeads(issue, issue.articles, style.css, termsFor(theme.terms, issue.journal.lang));
  return wholeSite(await composeGalley(issue, style, theme), heads, issue, style);
}

/** All parts of a galley in one document; `css` follows its stylesheet. */
export function wholeSite({ frame, parts }: Galley, css: string, issue: Issue, style: Style): Site {
  const body = parts.map(({ html }) => html).join('\n');
  const document = frame.replace('</body>', () => `${body}</body>`);
  return siteOf(document, `${style.css}\n${css}`, style, issue);
}
