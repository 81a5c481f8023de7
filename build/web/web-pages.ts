import { parse } from 'postcss';
import { type Cache, kept, keyOf } from '../cache/cache.ts';
import { citeAs } from '../findable/cite-as.ts';
import { citeLinks } from '../findable/cite-files.ts';
import { cardOf } from '../findable/draw-card.ts';
import { headTags } from '../findable/head.ts';
import { pagePolicy, scriptedPolicy } from '../findable/page-policy.ts';
import { passageData } from '../findable/passage-script.ts';
import { type SetLetters, setLettersIn } from '../fonts/characters.ts';
import { familiesOf } from '../fonts/embed.ts';
import { fontRules } from '../fonts/font-rules.ts';
import { markSmallCapitals } from '../fonts/mark-glyphs.ts';
import { webFile } from '../issue/ids.ts';
import type { Article, Section } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import type { CitationStyle } from '../references/cite/styles.ts';
import { articlePage } from '../reflow/article-page.ts';
import type { ReflowForm } from '../reflow/form.ts';
import { pageBreaksOf } from '../reflow/page-marks/page-breaks.ts';
import { pageMarks } from '../reflow/page-marks/page-marks.ts';
import { bookTargets } from '../reflow/targets.ts';
import type { Style } from '../styles/style.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { toXhtml } from '../theme/xhtml.ts';
import type { WebParts } from './issue-parts.ts';
import { issueFile } from './web-form.ts';
import { webMarker } from './web-marker.ts';

/** A page of the web edition, or another text of it, by its path in the folder. */
export interface WebText {
  path: string;
  text: string;
}

/** A file of an article that lies beside its page. */
export interface Download {
  path: string;
  /** `PDF` */
  label: string;
  type: string;
  size: number;
}

/** The texts of an issue on the web, and the letters that its faces have to set. */
export interface RenderedWeb {
  pages: WebText[];
  letters: SetLetters[];
  /** The labels of printed pages whose beginning was not found. */
  unmarked: string[];
}

/** The means of making pages. */
export interface WebMeans {
  parts: WebParts;
  form: ReflowForm;
  record: PageRecord | undefined;
  style: Style;
  theme: Theme;
  cache: Cache;
  citationStyle: CitationStyle | undefined;
  /** The files that readers may take of an article, or of the issue. */
  downloads(article: Article | undefined): readonly Download[];
}

/** Renders the page of the issue, those of its articles and of its indexes. Throws TemplateError. */
export async function renderWeb(means: WebMeans): Promise<RenderedWeb> {
  const { parts, form, record, style, theme, cache, downloads } = means;
  const { issue, citable } = parts;
  const { templates, terms } = theme;
  const breaks = record ? pageBreaksOf(issue, record, terms, form) : [];
  const marks = pageMarks(breaks, webMarker);
  const rules = fontRules(parse(style.css));
  const sheet = keyOf(style.css);
  const pages: WebText[] = [];
  const letters: SetLetters[] = [];
  const add = async (
    path: string,
    template: string,
    data: { passage?: object | undefined; [name: string]: unknown },
    partsOfPage: readonly string[],
  ) => {
    const policy = data.passage ? scriptedPolicy : pagePolicy;
    const starts = Object.fromEntries(partsOfPage.map((part) => [part, marks.start(part)]));
    const raw = (await templates.render(`web/${template}.ejs`, { ...parts, ...data, policy, starts })).trim();
    // An author’s soft hyphens help to break printed lines; here they would part words for search and speech.
    const plain = partsOfPage.reduce((text, part) => marks.finish(text, part), raw.replaceAll('\u00ad', ''));
    const { text, set } = await kept(cache, 'web-page', { plain, sheet, template }, () => {
      const tree = parseRendered(plain, `templates/web/${template}.ejs`);
      const text = plain.includes('smallcaps') ? markSmallCapitals(plain, tree, style) : plain;
      return { text, set: setLettersIn(text === plain ? tree : parseRendered(text, template), rules) };
    });
    pages.push({ path, text: `${text}\n` });
    letters.push(...set);
  };
  const head = (article: Article | undefined, path: string) => {
    const cited = article && citable.articles.find(({ id }) => id === article.id);
    if (article && !cited) return '';
    const files = downloads(article).map((one) => ({ path: `${issue.folder}/${one.path}`, type: one.type }));
    const picture = cited && cardOf(citable, cited);
    const tags = headTags(citable, cited, { base: parts.base, path: `${issue.folder}/${path}`, files, picture });
    return toXhtml(tags, false).replaceAll('><', '>\n<');
  };
  const passageOf = ({ lang }: Article) =>
    passageData({ lang, words: termsFor(terms, lang) }, parts.around(lang), terms.languages);
  const targets = bookTargets(issue, terms, parts.folios, undefined, form);
  const inOrder = issue.sections.flatMap((section) => section.articles.map((article) => ({ section, article })));
  for (const [i, { section, article }] of inOrder.entries()) {
    const path = webFile(article.id);
    const page = await articlePage(article, { section, issue, targets, terms, pages: marks, form }, cache);
    const data = {
      ...page,
      ...(await citing(article, path, means)),
      passage: record && passageOf(article),
      article,
      headings: article.headings.filter(({ level }) => level === 2),
      extent: parts.extents[article.id],
      head: head(article, path),
      files: downloads(article),
      before: inOrder[i - 1]?.article,
      after: inOrder[i + 1]?.article,
    };
    await add(path, 'article', data, [path]);
  }
  for (const index of parts.indexes)
    await add(`${index.id}.html`, 'index', { ...index, head: '' }, [`${index.id}.html`]);
  const ofIssue = {
    head: head(undefined, issueFile),
    files: downloads(undefined),
    families: familiesOf(style, letters),
    entriesOf: (section: Section) => section.articles,
  };
  await add(issueFile, 'issue', ofIssue, ['title-page', 'masthead', 'contents', 'colophon']);
  return { pages, letters, unmarked: marks.unmarked() };
}

/** How an article is cited: words, and files for programs. */
async function citing(article: Article, path: string, { parts, theme, cache, citationStyle: style }: WebMeans) {
  const { citable, addressOf } = parts;
  const cited = citable.articles.find(({ id }) => id === article.id);
  if (!cited) return { citationXhtml: '', citeFiles: [] };
  const address = cited.address ?? addressOf(path);
  const words = await citeAs(citable, cited, address, { style, words: termsFor(theme.terms, article.lang), cache });
  return { citationXhtml: toXhtml(words, false), citeFiles: citeLinks(cited) };
}
