import type { Element, ElementContent, Root } from 'xast';
import { appendText, emptyText, type NormalizedText } from '../../words/normalized-text.ts';

/** The words of JATS in the order in which the article has them. `skips` is true of what is read by itself. */
export function jatsText(
  node: Element | Root | undefined,
  skips: (element: Element) => boolean = () => false,
): NormalizedText {
  const normalized = emptyText();
  const visit = (element: Element | Root): void => {
    for (const child of inReadingOrder(element)) {
      if (child.type === 'text' || child.type === 'cdata') appendText(normalized, child.value);
      if (child.type !== 'element' || skips(child)) continue;
      if (isAdded(child, element)) continue;
      const parts = !inlineNames.has(child.name);
      if (parts) appendText(normalized, ' ');
      const from = normalized.characters.length;
      visit(child);
      if (/^(?:code|monospace)$/.test(child.name)) normalized.breakable.push([from, normalized.characters.length]);
      if (parts) appendText(normalized, ' ');
    }
  };
  if (node) visit(node);
  return normalized;
}

const inlineNames: ReadonlySet<string> = new Set(
  (
    'bold italic monospace sc strike sub sup underline styled-content named-content abbrev xref ext-link email uri target ' +
    'inline-formula inline-graphic alternatives index-term index-term-range-end'
  ).split(' '),
);

/** True for words that are not the author’s: those for pictures and formulas, entries of indexes, signs of items. */
function isAdded(element: Element, parent: Element | Root): boolean {
  const { name, attributes } = element;
  if (/^(?:alt-text|long-desc|tex-math|index-term|index-term-range-end|element-citation)$|^mml:/.test(name))
    return true;
  if (name === 'p') return attributes['content-type'] === 'thematic-break';
  return name === 'label' && parent.type === 'element' && /^(?:list-item|fn)$/.test(parent.name);
}

/** Children as an article reads: the foot of a table behind its body, the caption of a group behind its figures. */
function inReadingOrder(element: Element | Root): readonly ElementContent[] {
  const children = element.children as ElementContent[];
  if (element.type !== 'element') return children;
  const last = element.name === 'table' ? /^tfoot$/ : element.name === 'fig-group' ? /^(?:label|caption)$/ : undefined;
  if (!last) return children;
  const isLast = (child: ElementContent) => child.type === 'element' && last.test(child.name);
  return [...children.filter((child) => !isLast(child)), ...children.filter(isLast)];
}
