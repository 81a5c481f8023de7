import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { articleOfId } from '../../issue/ids.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { noteLabel } from '../../issue/note-label.ts';
import type { Languages } from '../../languages/languages.ts';
import { hasClass } from '../../text/has-class.ts';
import { visit } from '../../text/visit.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { typesetText } from '../../typography/typeset.ts';

/**
 * The name of the element with an id, which a page reference in an article shows where there are no pages: `Figure 2`,
 * or a title with its language. Where no nearer element has a name, it is the article’s title.
 */
export type PlaceNames = (id: string, from: Article) => { text: string; lang: string };

/** The name of a place. */
interface PlaceName {
  text: string;
  /** The language of the text. */
  lang: string;
  /** A title is put in quotation marks; a label such as `Figure 2` is not. */
  isTitle: boolean;
}

/** Names the places of an issue. Throws for an id that belongs to no article. */
export function placeNames({ articles: all }: Pick<Issue, 'articles'>, terms: TermsBook): PlaceNames {
  const articles = new Map(all.map((article) => [article.id, article]));
  const named = new Map<Article, Map<string, PlaceName>>();
  return (id, from) => {
    const article = articles.get(articleOfId(id));
    if (!article) throw new Error(`No article has the id ${id}`);
    const names = named.get(article) ?? namesIn(article, termsFor(terms, article.lang).note ?? '');
    named.set(article, names);
    const { text, lang, isTitle } = names.get(id) ?? (names.get(article.id) as PlaceName);
    return { text: isTitle ? quoteTitle(text, from.lang, terms.languages) : text, lang };
  };
}

function namesIn(article: Article, note: string): Map<string, PlaceName> {
  const names = new Map<string, PlaceName>();
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
  return node.type === 'element' && (hasClass(node, 'page-reference') || node.children.some(refersToPage));
}

/** `Figure 1`, from a figure's or table's caption. */
function labelOf(figure: Element): string | undefined {
  let label: string | undefined;
  visit(figure, 'element', (element) => {
    if (element.tagName === 'span' && hasClass(element, 'label')) label ??= textOf(element);
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
