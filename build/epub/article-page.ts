import type { ElementContent } from 'hast';
import type { Cache } from '../cache/cache.ts';
import { type Byline, bylineOf } from '../issue/byline.ts';
import type { Article, Issue, Phrase, Section } from '../issue/model.ts';
import { wordForKind } from '../issue/word-for-kind.ts';
import { formatDate } from '../text/date.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { adapt } from './adapt.ts';
import { keptTexts } from './article-texts.ts';
import type { PageMarks } from './page-marks/page-marks.ts';
import type { BookTargets } from './targets.ts';

/** The parts of a book that the document of an article depends on. */
export interface ArticleSurroundings {
  section: Section;
  issue: Issue;
  targets: BookTargets;
  terms: TermsBook;
  pages: PageMarks;
}

/**
 * The data of an article for templates/epub/article.ejs. Names that end in `Xhtml` hold markup or a list of it; all
 * other texts are plain.
 */
export async function articlePage(article: Article, surroundings: ArticleSurroundings, cache: Cache) {
  const { section, issue, targets, terms } = surroundings;
  const texts = await keptTexts(article, surroundings, cache);
  const words = termsFor(terms, article.lang);
  const xhtml = (nodes: readonly ElementContent[]) => toXhtml(adapt(nodes, article, targets, words));
  const phrases = (list: readonly Phrase[]) => list.map(({ tree }) => xhtml(tree));
  const { front } = article;
  return {
    id: article.id,
    lang: article.lang,
    bookLang: issue.journal.lang,
    words,
    kind: front.kind,
    nameOfKind: wordForKind(front.kind, section.title !== undefined, words),
    title: article.title.text,
    sectionXhtml: section.title && toXhtml(section.title.tree),
    titleXhtml: xhtml(article.title.tree),
    titleCallsXhtml: xhtml(article.frontCalls?.title ?? []),
    subtitleXhtml: article.subtitle && xhtml(article.subtitle.tree),
    byline: bookByline(bylineOf(front.authors, article.frontCalls), xhtml),
    abstractXhtml: phrases(article.abstract),
    keywords: front.keywords ?? [],
    doi: front.doi,
    ...texts,
    statements: article.statements.map(({ name, place, paragraphs }) => ({
      name,
      place,
      paragraphsXhtml: phrases(paragraphs),
    })),
    biosXhtml: phrases(article.bios),
    translations: article.translations.map(({ lang, title, abstract, keywords }) => ({
      lang,
      words: termsFor(terms, lang),
      titleXhtml: title && xhtml(title.tree),
      abstractXhtml: phrases(abstract),
      keywords,
    })),
    authors: front.authors,
    received: front.received && formatDate(front.received, words),
    accepted: front.accepted && formatDate(front.accepted, words),
    license: front.license,
  };
}

/** A byline with the calls of its notes in XHTML. */
function bookByline(byline: Byline, xhtml: (nodes: readonly ElementContent[]) => string) {
  return {
    ...byline,
    authors: byline.authors.map(({ calls, ...author }) => ({ ...author, callsXhtml: xhtml(calls) })),
  };
}
