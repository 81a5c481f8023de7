import type { Cache } from '../cache/cache.ts';
import { citableIssue } from '../citable/citable-issue.ts';
import { citeFiles } from '../findable/cite-files.ts';
import { cardPath, drawCard } from '../findable/draw-card.ts';
import { passagePath, passageScript } from '../findable/passage-script.ts';
import { embedFonts } from '../fonts/embed.ts';
import { webFile } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import type { CitationStyle } from '../references/cite/styles.ts';
import { plainStylesheet } from '../reflow/plain-stylesheet.ts';
import { addStackRules } from '../reflow/stack-rules.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { webParts } from './issue-parts.ts';
import { noteCounts, noteRules } from './note-rules.ts';
import { webForm } from './web-form.ts';
import { type Download, renderWeb } from './web-pages.ts';
import { webPictures } from './web-pictures.ts';

/** A file of the web edition, by its path in the folder. */
export interface WebFile {
  path: string;
  data: string | Uint8Array;
}

/** The material of the web edition of an issue, besides the issue. */
export interface WebInput {
  style: Style;
  theme: Theme;
  record: PageRecord | undefined;
  cache: Cache;
  /** The style by which readers are told to cite, if the journal names one. */
  citationStyle: CitationStyle | undefined;
  /** True for the articles that are wanted. */
  isChosen(article: Article): boolean;
  downloads(article: Article | undefined): readonly Download[];
}

/** The web edition of an issue: its files, and the labels of printed pages whose beginning was not found. */
export interface WebResult {
  files: WebFile[];
  unmarked: string[];
}

/**
 * Makes the pages of an issue on the web, with all that they load. Nothing comes from elsewhere, and every address is
 * relative, so that the folder can be opened, or served under any address. Throws TemplateError.
 */
export async function makeWeb(made: Issue, input: WebInput): Promise<WebResult> {
  const { style, theme, record, cache, citationStyle, isChosen, downloads } = input;
  const pictures = await webPictures(made, style, cache);
  const issue = { ...made, pictures: pictures.shown };
  const form = webForm(pictures);
  const citable = citableIssue(issue, record, theme.terms.languages);
  const css = plainStylesheet(addStackRules(style.css)) + noteRules(noteCounts(issue));
  const look = { ...style, css };
  const parts = webParts(issue, citable, theme.terms, record, form);
  const { pages, letters, unmarked } = await renderWeb({
    parts,
    form,
    record,
    style: look,
    theme,
    cache,
    citationStyle,
    downloads,
  });
  const fonts = await embedFonts(look, letters, cache);
  const chosen = new Set(issue.articles.filter(isChosen).map(({ id }) => webFile(id)));
  const left = new Set(issue.articles.map(({ id }) => webFile(id)).filter((path) => !chosen.has(path)));
  const files: WebFile[] = pages.filter(({ path }) => !left.has(path)).map(({ path, text }) => ({ path, data: text }));
  for (const article of issue.articles.filter(isChosen)) files.push(...(pictures.files.get(article.id) ?? []));
  for (const article of citable.articles)
    if (chosen.has(webFile(article.id)))
      for (const { path, data } of citeFiles(citable, article, article.address ?? parts.addressOf(webFile(article.id))))
        files.push({ path, data });
  const means = { style, templates: theme.templates, cache };
  // Only whole addresses lead to such a picture.
  for (const article of parts.base ? citable.articles.filter(({ id }) => chosen.has(webFile(id))) : [])
    files.push({ path: cardPath(article), data: await drawCard(citable, article, issue.facts.accent, means) });
  if (record) files.push({ path: passagePath, data: passageScript() });
  files.push({ path: 'assets/style.css', data: fonts.css });
  for (const [path, data] of [...fonts.files].sort(([a], [b]) => (a < b ? -1 : 1)))
    files.push({ path: `assets/${path}`, data });
  for (const [path, data] of style.files) if (path.startsWith('style/')) files.push({ path: `assets/${path}`, data });
  return { files, unmarked };
}
