import type { Element, ElementContent } from 'hast';
import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import { visit } from '../text/visit.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { adapt } from './adapt.ts';
import { describeFigures } from './descriptions.ts';
import { endnote } from './endnote.ts';
import { bookForm, type ReflowForm } from './form.ts';
import { sizeImages } from './images.ts';
import type { PageMarks } from './page-marks/page-marks.ts';
import type { BookTargets } from './targets.ts';

/** The parts of an issue that the text of an article depends on. */
export interface TextSurroundings {
  issue: Issue;
  targets: BookTargets;
  terms: TermsBook;
  pages: PageMarks;
  /** The form of the edition; an e-book’s where it is missing. */
  form?: ReflowForm;
}

/** The text of an article and its notes as an edition has them, in XHTML. */
export interface ArticleTexts {
  bodyXhtml: string;
  notesXhtml: string[];
}

/** The texts of an article as they are kept, with the ids of the printed pages that are marked in them. */
interface KeptTexts extends ArticleTexts {
  marked: string[];
}

/** Makes the texts of an article, and marks the printed pages in them, or takes both from an earlier build. */
export async function keptTexts(article: Article, surroundings: TextSurroundings, cache: Cache): Promise<ArticleTexts> {
  if (cache === noCache || article.key === undefined) return textsOf(article, surroundings);
  const { pages, form = bookForm } = surroundings;
  const key = keyOf({
    form: form.name,
    article: article.key,
    surroundings: JSON.stringify(surroundingsOf(article, surroundings)),
  });
  const { marked, ...found } = (await cache.find<KeptTexts>('chapter', key)) ?? { marked: undefined };
  if (marked) {
    pages.take(marked);
    return found as ArticleTexts;
  }
  const texts = textsOf(article, surroundings);
  const placed = pages.placedIn(article.id).filter(pages.has);
  await cache.keep<KeptTexts>('chapter', key, { ...texts, marked: placed.map(({ id }) => id) });
  return texts;
}

function textsOf(article: Article, { issue, targets, terms, pages, form = bookForm }: TextSurroundings): ArticleTexts {
  const words = termsFor(terms, article.lang);
  const described = (article.descriptions ?? []).map((one) => ({
    ...one,
    body: adapt(one.body, article, targets, words),
  }));
  const xhtml = (nodes: ElementContent[]) => toXhtml(form.finish(nodes), form === bookForm);
  return {
    bodyXhtml: xhtml(
      adapt(article.body.children, article, targets, words, (tree) => {
        pages.mark(tree, article.id);
        describeFigures(tree, described, words);
        sizeImages(tree, issue.pictures);
      }),
    ),
    notesXhtml: article.notes.map((note) => {
      const body = adapt(note.body, article, targets, words, (tree) => {
        pages.mark(tree, article.id, note.id);
        sizeImages(tree, issue.pictures);
      });
      return xhtml([endnote({ ...note, body }, words)]);
    }),
  };
}

/** All that the texts of an article depend on beside the article, as plain data. */
function surroundingsOf(article: Article, { issue, targets, terms, pages }: TextSurroundings): unknown {
  return {
    words: termsFor(terms, article.lang),
    places: namedIn(article).map((id) => [id, targets.href(id, article), targets.folio(id), targets.name(id, article)]),
    pictures: issue.pictures
      .filter(({ name }) => articleOfId(name) === article.id)
      .map(({ name, width, height }) => [name, width, height]),
    pages: pages.placedIn(article.id),
    indexed: (article.indexMarks ?? []).filter(({ id }) => targets.isIndexed(id)).map(({ id }) => id),
  };
}

/** The ids that an article names in other articles, and wherever a folio may stand, each once. */
export function namedIn({ id: own, body, notes, descriptions = [] }: Article): string[] {
  const ids = new Set<string>();
  const trees = [...body.children, ...[...notes, ...descriptions].flatMap((one) => one.body)] as ElementContent[];
  for (const tree of trees)
    visit(tree, 'element', ({ properties: { href, dataOf, dataTo, className } }: Element) => {
      const id = typeof href === 'string' && href.startsWith('#') ? href.slice(1) : '';
      const isFolio = Array.isArray(className) && className.includes('page-reference');
      if (id && (isFolio || articleOfId(id) !== own)) ids.add(id);
      for (const one of [dataOf, ...String(dataTo ?? '').split(' ')]) if (one) ids.add(String(one));
    });
  return [...ids];
}
