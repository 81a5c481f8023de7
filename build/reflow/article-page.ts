import type { ElementContent } from 'hast';
import type { Cache } from '../cache/cache.ts';
import { type Byline, bylineOf } from '../issue/byline.ts';
import type { Article, Phrase, Section } from '../issue/model.ts';
import { wordForKind } from '../issue/word-for-kind.ts';
import { formatDate } from '../text/date.ts';
import { termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { adapt } from './adapt.ts';
import { keptTexts, type TextSurroundings } from './article-texts.ts';
import { bookForm } from './form.ts';

/** The parts of an issue that the document of an article depends on. */
export interface ArticleSurroundings extends TextSurroundings {
  section: Section;
}

/**
 * The data of an article for its template, `epub/article.ejs` or `web/article.ejs`. Names that end in `Xhtml` hold
 * markup or a list of it; all other texts are plain.
 */
export async function articlePage(article: Article, surroundings: ArticleSurroundings, cache: Cache) {
  const { section, issue, targets, terms, form = bookForm } = surroundings;
  const texts = await keptTexts(article, surroundings, cache);
  const words = termsFor(terms, article.lang);
  const markup = (nodes: ElementContent[]) => toXhtml(form.finish(nodes), form === bookForm);
  const xhtml = (nodes: readonly ElementContent[]) => markup(adapt(nodes, article, targets, words));
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
    sectionXhtml: section.title && markup([...section.title.tree]),
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
