import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { inkOn } from './colour.ts';
import { coverSvg, isDrawn } from './cover-svg.ts';
import { issnBarcode } from './issn-barcode.ts';

/**
 * The document of the sheet of a cover that is printed by itself, back, spine and front, in XHTML. `spine` is how wide
 * the spine is, in mm. Throws TemplateError.
 */
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
    barcode: journal.barcode && journal.issn?.print ? issnBarcode(journal.issn.print, facts.number) : undefined,
    ...more,
  });
  parseRendered(document, `templates/${template}`);
  return document;
}
