import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import { noteLabel } from '../issue/note-label.ts';
import type { Languages } from '../languages/languages.ts';
import { doiAddress } from '../text/identifiers.ts';
import { visit } from '../text/visit.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { typesetText } from '../typography/typeset.ts';
import { indexedIds } from './book-indexes.ts';
import { classesOf } from './class-names.ts';
import { addressIn, bookForm, type ReflowForm } from './form.ts';

/** The name of a target, which a page reference shows where there are no pages. */
interface TargetName {
  text: string;
  /** The language of the text. */
  lang: string;
  /** A title is put in quotation marks; a label such as `Figure 2` is not. */
  isTitle: boolean;
}

/** The places of an issue's ids in an edition whose text flows, and the names of their elements. */
export interface BookTargets {
  /**
   * The link to an id from an article: `#on-margins--…` in the article itself, `on-margins.xhtml#on-margins--…` from
   * others. In the book of one article, the DOI of another; undefined if it has none.
   */
  href(id: string, from: Article): string | undefined;
  /**
   * The name of the element with an id: `Figure 2`, or a title. Where no nearer element has a name, the article's
   * title.
   */
  name(id: string, from: Article): Pick<TargetName, 'text' | 'lang'>;
  /** The page of the print edition that an id is on; undefined if there is no print edition. */
  folio(id: string): string | undefined;
  /** True if an index of the book leads to an id. */
  isIndexed(id: string): boolean;
  /** All folios, by the ids of the elements on each page. */
  folios: Readonly<Record<string, string>>;
}

/**
 * Finds the targets of an issue. `folios` are those of the print edition, by id; `only` is the article of a book of its
 * own. Throws for an id that belongs to no article.
 */
export function bookTargets(
  issue: Issue,
  terms: TermsBook,
  folios: Readonly<Record<string, string>> = {},
  only?: Article,
  form: ReflowForm = bookForm,
): BookTargets {
  const articles = new Map(issue.articles.map((article) => [article.id, article]));
  const articleOf = (id: string): Article => {
    const article = articles.get(articleOfId(id));
    if (!article) throw new Error(`No article has the id ${id}`);
    return article;
  };
  const indexed = only ? new Set() : indexedIds(issue);
  const named = new Map<Article, Map<string, TargetName>>();
  const namesIn = (article: Article): Map<string, TargetName> => {
    const names = named.get(article) ?? nameTargets(article, termsFor(terms, article.lang).note ?? '');
    named.set(article, names);
    return names;
  };
  return {
    href(id, from) {
      const article = articleOf(id);
      if (article === from || !only) return addressIn(form, id, from);
      return article.front.doi && doiAddress(article.front.doi);
    },
    name(id, from) {
      const article = articleOf(id);
      const names = namesIn(article);
      const { text, lang, isTitle } = names.get(id) ?? (names.get(article.id) as TargetName);
      return { text: isTitle ? quoteTitle(text, from.lang, terms.languages) : text, lang };
    },
    folio: (id) => folios[id] || undefined,
    isIndexed: (id) => indexed.has(id),
    folios,
  };
}

function nameTargets(article: Article, note: string): Map<string, TargetName> {
  const names = new Map<string, TargetName>();
  const { lang } = article;
  names.set(article.id, { text: article.title.text, lang, isTitle: true });
  for (const { id, title } of article.headings) names.set(id, { text: title.text, lang, isTitle: true });
  // A heading that itself contains a page reference cannot serve as the words of another reference.
  visit(article.body, 'element', (element) => {
    if (/^h[2-6]$/.test(element.tagName) && element.children.some(refersToPage))
      names.delete(String(element.properties.id));
  });
  for (const one of article.notes) names.set(one.id, { text: `${note}\u00a0${noteLabel(one)}`, lang, isTitle: false });
  const trees: (Root | ElementContent)[] = [article.body, ...article.notes.flatMap((one) => one.body)];
  for (const tree of trees) {
    visit(tree, 'element', (element) => {
      const label = element.tagName === 'figure' ? labelOf(element) : undefined;
      if (label && typeof element.properties.id === 'string')
        names.set(element.properties.id, { text: label, lang, isTitle: false });
    });
  }
  return names;
}

function refersToPage(node: ElementContent): boolean {
  return node.type === 'element' && (classesOf(node).includes('page-reference') || node.children.some(refersToPage));
}

/** `Figure 1`, from a figure's or table's caption. */
function labelOf(figure: Element): string | undefined {
  let label: string | undefined;
  visit(figure, 'element', (element) => {
    const classes = element.properties.className;
    if (element.tagName === 'span' && Array.isArray(classes) && classes.includes('label')) label ??= textOf(element);
  });
  return label;
}

/** A title in a language's quotation marks; marks inside it become inner ones. */
function quoteTitle(title: string, lang: string, languages: Languages): string {
  // Typography keeps the marks that an English author typed, so they are replaced here.
  if (lang.split('-')[0] === 'en') return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  // «Mot» has spaces inside in French; »Wort« opens with the other mark.
  const plain = title.replace(/(?<=^|[\s([])[«»]\s?|\s?[«»](?=$|[\s.,;:!?)\]])|[«»„“”]/g, '"');
  return typesetText(`"${plain}"`, lang, languages);
}
