import type { Element, Root } from 'xast';
import { composeDocument } from '../../galley/galley.ts';
import type { Issue } from '../../issue/model.ts';
import type { Style } from '../../styles/style.ts';
import type { Theme } from '../../theme/theme.ts';

/** The placeholder for the body of an article: a private-use character, which no text has. */
export const bodyPlaceholder = '\ue000';

/** The texts of a print document besides the bodies of its articles and their notes, piece by piece, in order. */
export interface GalleyTexts {
  /** Texts outside articles: title page, masthead, contents, colophon. */
  front: string[];
  /** By the ids of articles; `bodyPlaceholder` represents the body. */
  articles: Map<string, string[]>;
}

/**
 * Composes the print document, and returns the texts that its templates set around the articles; `folios` has the page
 * of every id. Throws TemplateError, StyleError.
 */
export async function galleyTexts(
  issue: Issue,
  style: Style,
  theme: Theme,
  folios: Readonly<Record<string, string>>,
): Promise<GalleyTexts> {
  const sign = { type: 'element' as const, tagName: 'p', properties: {}, children: [] };
  const body = {
    type: 'root' as const,
    children: [{ ...sign, children: [{ type: 'text' as const, value: bodyPlaceholder }] }],
  };
  const sections = issue.sections.map((section) => ({
    ...section,
    articles: section.articles.map((article) => ({ ...article, body, notes: [] })),
  }));
  return textsIn(await composeDocument({ ...issue, sections }, style, theme, folios), folios);
}

/** True for elements without text to compare: pictures have descriptions, and hidden elements are not read aloud. */
const isSkipped = (element: Element) =>
  /^(head|svg|img|math|style|script)$/.test(element.name) || element.attributes['aria-hidden'] === 'true';

function textsIn(document: Root, folios: Readonly<Record<string, string>>): GalleyTexts {
  const texts: GalleyTexts = { front: [], articles: new Map() };
  const visit = (node: Element | Root, into: string[], link: string): void => {
    for (const child of node.children) {
      if (child.type === 'text' && child.value.trim()) into.push(child.value);
      if (child.type !== 'element' || isSkipped(child)) continue;
      const article = child.attributes['data-article'];
      const own: string[] = article ? [] : into;
      if (article) texts.articles.set(article, own);
      const target = child.attributes.href?.startsWith('#') ? child.attributes.href.slice(1) : link;
      if (target && /(^|\s)folio(\s|$)/.test(child.attributes.class ?? '')) own.push(folios[target] ?? '');
      else visit(child, own, target);
    }
  };
  visit(document, texts.front, '');
  return texts;
}
