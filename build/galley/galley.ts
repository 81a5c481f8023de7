import type { ElementContent, Root } from 'hast';
import type { Root as XmlRoot } from 'xast';
import type { Site } from '../browser/browser.ts';
import { siteOf } from '../browser/site-of.ts';
import { coverSvg } from '../cover/cover-svg.ts';
import { markGlyphs } from '../fonts/mark-glyphs.ts';
import { bylineOf } from '../issue/byline.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { formatDate } from '../text/date.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { allowUrlBreaks } from './allow-url-breaks.ts';
import { checkSheetsAndFlows } from './check-sheets-and-flows.ts';
import { keepRanges } from './keep-ranges.ts';
import { markPlaces } from './mark-places.ts';
import { numberNote } from './number-note.ts';
import { reserveFolios } from './reserve-folios.ts';
import { runningHeads } from './running-heads.ts';

/**
 * Composes the print document with all that it loads: cover, title page, masthead and board, contents, articles with
 * their notes, colophon. It is not yet paged: folios are empty, and notes are at the end of their article. Throws
 * TemplateError, StyleError.
 */
export async function composeGalley(issue: Issue, style: Style, theme: Theme): Promise<Site> {
  const { document } = await composeDocument(issue, style, theme);
  const css = `${style.css}\n${runningHeads(issue, style.css, termsFor(theme.terms, issue.journal.lang))}`;
  return siteOf(document, css, style, issue);
}

/** Makes the print document, as XHTML and parsed. Throws TemplateError, StyleError. */
export async function composeDocument(
  issue: Issue,
  style: Style,
  theme: Theme,
): Promise<{ document: string; tree: XmlRoot }> {
  const { journal, facts } = issue;
  const { templates, terms } = theme;
  const words = termsFor(terms, journal.lang);
  const prepare = <T extends Root | ElementContent[]>(tree: T, id: string): T =>
    markPlaces(keepRanges(allowUrlBreaks(reserveFolios(tree))), id);
  const sections = issue.sections.map((section) => ({
    title: section.title,
    articles: section.articles.map((article) => ({
      ...article,
      section: section.title,
      byline: bylineOf(article.front.authors),
      body: prepare(article.body, article.id),
      notes: article.notes.map((note) => ({ ...note, body: prepare(numberNote(note), article.id) })),
    })),
  }));
  const document = await templates.render('print/galley.ejs', {
    issue,
    journal,
    facts,
    sections,
    words,
    wordsFor: (lang: string) => termsFor(terms, lang),
    date: formatDate,
    issueLine: issueLine(issue, words),
    accent: facts.accent,
    cover: issue.cover ? undefined : await coverSvg(issue, style, theme),
    families: mainFamilies(style),
    xhtml: toXhtml,
  });
  const tree = parseRendered(document, 'templates/print/galley.ejs');
  checkSheetsAndFlows(tree, 'templates/print/galley.ejs');
  return { document: markGlyphs(document, tree, style), tree };
}

/** The families of text, headlines and small print, as the colophon names them; without those for single letters. */
function mainFamilies({ tokens }: Style): string[] {
  const first = ['--text-face', '--head-face', '--sans-face'].map((token) => tokens.get(token)?.split(',')[0] ?? '');
  return [...new Set(first.map((name) => name.trim().replace(/^"|"$/g, '')))].filter((name) => name !== '');
}
