import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { CitedArticle } from '../../citing/cite-tree.ts';
import type { blockNames } from '../../mend/block-names.ts';
import { isTheorem } from '../../mend/theorem-names.ts';
import type { Label, LineHeading } from '../../tree.ts';
import { elementFor, propertiesOf, withClasses, withKindClass } from '../html-element.ts';
import { theoremToHtml } from '../theorems/html.ts';
import { groupStanzas, hasStanzas } from '../verse/html.ts';
import { isLetterPart, markLetter, paragraphsOfPart } from './letters.ts';
import { referencesToHtml } from './references.ts';
import type { RepeatedAuthors } from './repeated-authors.ts';
import { markSpeeches } from './speeches.ts';
import { markTurns } from './turns.ts';

/** The HTML element of each block between `:::`. */
const elements: Partial<Record<(typeof blockNames)[number], string>> = {
  pullquote: 'aside',
  epigraph: 'blockquote',
  box: 'aside',
  interview: 'div',
  description: 'div',
  references: 'section',
  letter: 'blockquote',
  dialogue: 'div',
  display: 'div',
  entries: 'div',
};

/**
 * What an article’s blocks share: the speakers of its interviews, which grow, how repeated authors are said, and its
 * bibliography.
 */
interface BlockSetting {
  speakers: string[];
  repeated: RepeatedAuthors;
  cited: CitedArticle | undefined;
}

/** Handlers for blocks. */
export function blocksToHtml(setting: BlockSetting) {
  return {
    containerDirective(state: State, node: ContainerDirective) {
      if (isLetterPart(node.name)) return state.all({ ...node, children: paragraphsOfPart(node) });
      if (isTheorem(node.name)) return theoremToHtml(state, node);
      const tagName = elements[node.name as keyof typeof elements];
      if (!tagName) return elementFor(state, node, 'div', propertiesOf(node));
      const properties = withKindClass(propertiesOf(node), node.name);
      return elementFor(
        state,
        node,
        tagName,
        hasStanzas(node) ? withClasses(properties, 'verse') : properties,
        groupStanzas(contentOf(state, node, setting)),
      );
    },
    label: (state: State, node: Label) => elementFor(state, node, 'p', withClasses(propertiesOf(node), 'label')),
    lineHeading: (state: State, node: LineHeading) =>
      elementFor(state, node, 'p', withClasses(propertiesOf(node), 'line-head'), [
        elementFor(state, node, 'strong', {}),
      ]),
  };
}

function contentOf(
  state: State,
  node: ContainerDirective,
  { speakers, repeated, cited }: BlockSetting,
): ElementContent[] {
  const { name, children } = node;
  if (name === 'references' && children.length === 0 && cited)
    return [
      {
        type: 'element',
        tagName: 'ul',
        properties:
          cited.labelLength > 0 ? { className: ['labelled', ...(cited.labelLength > 4 ? ['long'] : [])] } : {},
        children: cited.entries,
      },
    ];
  if (name === 'references') return referencesToHtml(state, node, repeated);
  if (name === 'interview') return state.all({ ...node, children: markTurns(children, speakers) });
  if (name === 'dialogue') return state.all({ ...node, children: markSpeeches(children) });
  if (name === 'letter') return state.all({ ...node, children: markLetter(children) });
  return state.all(node);
}
