import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import { attributesOf, type Caption, type Captioned, type Credit } from '../../tree.ts';
import { elementFor, propertiesOf, withKindClass } from '../html-element.ts';

declare module 'mdast' {
  interface Data {
    /** The number of a figure or table among its kind, once they are numbered. */
    number?: number | string;
    /** The label before a caption, `Figure 1`, once figures and tables are numbered. */
    captionLabel?: string;
  }
}

/** Handlers for figures and tables with captions. */
export const captionsToHtml = {
  captioned(state: State, node: Captioned) {
    const { number } = node.data ?? {};
    const { 'layout-ncol': _, ...properties } = withKindClass(propertiesOf(node), node.kind);
    const whole = withCreditInCaption(node);
    return elementFor(
      state,
      node,
      'figure',
      { ...properties, ...(number === undefined ? {} : { dataNumber: String(number) }) },
      groupSubfigures(state.all(whole), attributesOf(node)['layout-ncol']),
    );
  },
  caption(state: State, node: Caption) {
    const label = node.data?.captionLabel;
    const { credit } = (node.data ?? {}) as { credit?: Credit };
    const words = [...state.all(node), ...(credit ? creditToHtml(state, credit, node.children.length > 0) : [])];
    if (label === undefined) return elementFor(state, node, 'figcaption', {}, words);
    return elementFor(state, node, 'figcaption', {}, [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['label'] },
        children: [{ type: 'text', value: label }],
      },
      ...(words.length > 0 ? [{ type: 'text' as const, value: ' ' }, ...words] : []),
    ]);
  },
};

/** A figure whose credit is a part of its caption, or is all that its caption has. */
function withCreditInCaption(node: Captioned): Captioned {
  const credit = node.children.find((child): child is Credit => child.type === 'credit');
  if (!credit) return node;
  const caption = node.children.find((child): child is Caption => child.type === 'caption');
  const children = caption ? node.children.filter((child) => child !== credit) : node.children;
  const place = caption ?? credit;
  const own: Caption = caption ?? {
    type: 'caption',
    children: [],
    ...(credit.position ? { position: credit.position } : {}),
  };
  const credited = { ...own, data: { ...own.data, credit } } as Caption;
  return { ...node, children: children.map((child) => (child === place ? credited : child)) };
}

/** A credit in a line of its own below the words of a caption. */
function creditToHtml(state: State, credit: Credit, isBelow: boolean): ElementContent[] {
  const words: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['credit'] },
    children: state.all(credit),
  };
  return isBelow ? [{ type: 'element', tagName: 'br', properties: {}, children: [] }, words] : [words];
}

/** Puts the sub-figures of a figure beside each other in columns. */
function groupSubfigures(children: ElementContent[], columns: string | undefined): ElementContent[] {
  if (!columns) return children;
  const isPart = (child: ElementContent) => child.type === 'element' && child.tagName === 'figure';
  const parts = children.filter(isPart);
  const group: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['subfigures', ...(columns === '1' ? [] : [`columns-${columns}`])] },
    children: parts,
  };
  return [group, ...children.filter((child) => !isPart(child))];
}
