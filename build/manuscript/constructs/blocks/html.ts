import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { blockNames } from '../../mend/block-names.ts';
import type { Label, LineHeading } from '../../tree.ts';
import { elementFor, propertiesOf, withClasses, withKindClass } from '../html-element.ts';
import { hasStanzas } from '../verse/html.ts';
import { markTurns } from './turns.ts';

/** The HTML element of each block between `:::`. */
const elements: Partial<Record<(typeof blockNames)[number], string>> = {
  pullquote: 'aside',
  epigraph: 'blockquote',
  box: 'aside',
  interview: 'div',
  description: 'div',
};

/** Handlers for blocks. `speakers` grows by the names of the speakers in an article’s interviews. */
export function blocksToHtml(speakers: string[]) {
  return {
    containerDirective(state: State, node: ContainerDirective) {
      const tagName = elements[node.name as keyof typeof elements];
      if (!tagName) return elementFor(state, node, 'div', propertiesOf(node));
      const children =
        node.name === 'interview' ? state.all({ ...node, children: markTurns(node.children, speakers) }) : undefined;
      const properties = withKindClass(propertiesOf(node), node.name);
      return elementFor(
        state,
        node,
        tagName,
        hasStanzas(node) ? withClasses(properties, 'verse') : properties,
        children,
      );
    },
    label: (state: State, node: Label) => elementFor(state, node, 'p', withClasses(propertiesOf(node), 'label')),
    lineHeading: (state: State, node: LineHeading) =>
      elementFor(state, node, 'p', withClasses(propertiesOf(node), 'line-head'), [
        elementFor(state, node, 'strong', {}),
      ]),
  };
}
