import type { Site } from '../browser/browser.ts';
import { siteOf } from '../browser/site-of.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { inkOn } from './colour.ts';
import { coverSvg, isDrawn } from './cover-svg.ts';

/**
 * Composes the sheet of a cover that is printed by itself: back, spine and front. `spine` is how wide the spine is, in
 * mm. Throws TemplateError.
 */
export async function composeCoverSheet(issue: Issue, style: Style, theme: Theme, spine: number): Promise<Site> {
  const document = await coverSheet(issue, style, theme, spine);
  return siteOf(document, style.css, style, issue);
}

/** Composes the back of a cover as a page of its own. Throws TemplateError. */
export async function composeBackCover(issue: Issue, style: Style, theme: Theme): Promise<Site> {
  return siteOf(await backCover(issue, style, theme), style.css, style, issue);
}

/** The document of a cover’s sheet, in XHTML. Throws TemplateError. */
export async function coverSheet(issue: Issue, style: Style, theme: Theme, spine: number): Promise<string> {
  const cover = isDrawn(issue) ? await coverSvg(issue, style, theme) : undefined;
  return render('print/cover-sheet.ejs', issue, style, theme, { spine, cover });
}

/** The document of a cover’s back as a page of its own, in XHTML. Throws TemplateError. */
export async function backCover(issue: Issue, style: Style, theme: Theme): Promise<string> {
  return render('print/back-cover.ejs', issue, style, theme, {});
}

async function render(template: string, issue: Issue, style: Style, theme: Theme, more: object): Promise<string> {
  const { journal, facts } = issue;
  const { templates, terms } = theme;
  const words = termsFor(terms, journal.lang);
  const accent = facts.accent ?? style.tokens.get('--accent') ?? '#000000';
  const document = await templates.render(template, {
    issue,
    journal,
    facts,
    sections: issue.sections,
    words,
    issueLine: issueLine(issue, words),
    accent,
    onAccent: inkOn(accent),
    ...more,
  });
  parseRendered(document, `templates/${template}`);
  return document;
}
