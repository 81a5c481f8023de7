import type { State } from 'mdast-util-to-hast';
import type { Caption, Captioned } from '../../tree.ts';
import { elementFor, propertiesOf, withKindClass } from '../html-element.ts';

declare module 'mdast' {
  interface Data {
    /** The number of a figure or table among its kind, once they are numbered. */
    number?: number;
    /** The label before a caption, `Figure 1`, once figures and tables are numbered. */
    captionLabel?: string;
  }
}

/** Handlers for figures and tables with captions. */
export const captionsToHtml = {
  captioned(state: State, node: Captioned) {
    const { number } = node.data ?? {};
    const properties = withKindClass(propertiesOf(node), node.kind);
    return elementFor(state, node, 'figure', {
      ...properties,
      ...(number === undefined ? {} : { dataNumber: String(number) }),
    });
  },
  caption(state: State, node: Caption) {
    const label = node.data?.captionLabel;
    const words = state.all(node);
    if (label === undefined) return elementFor(state, node, 'figcaption', {}, words);
    return elementFor(state, node, 'figcaption', {}, [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['label'] },
        children: [{ type: 'text', value: label }],
      },
      { type: 'text', value: ' ' },
      ...words,
    ]);
  },
};
