import type { Nodes } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { CitedArticle } from '../citing/cite-tree.ts';
import { blocksToHtml } from './blocks/html.ts';
import type { RepeatedAuthors } from './blocks/repeated-authors.ts';
import { captionsToHtml } from './captions/html.ts';
import { citationsToHtml } from './citations/html.ts';
import { definitionListsToHtml } from './definition-lists/html.ts';
import { formulasToHtml } from './formulas/html.ts';
import { mergeProperties, propertiesOf } from './html-element.ts';
import { indexMarksToHtml } from './index-marks/html.ts';
import { listsToHtml } from './lists/html.ts';
import { quotationsToHtml } from './quotations/html.ts';
import { rawToHtml } from './raw-html/html.ts';
import { spansToHtml } from './spans/html.ts';
import { verseToHtml } from './verse/html.ts';

/**
 * The HTML handlers for all nodes of a manuscript’s tree. For one article, because its interviews share their speakers.
 * Handlers do not change the tree. `repeated` is how its bibliographies say an author again; `cited` are the words of
 * its citations.
 */
export function htmlOfConstructs(repeated: RepeatedAuthors = 'name', cited?: CitedArticle): Handlers {
  const plain = Object.fromEntries(
    Object.entries(defaultHandlers).map(([type, handle]) => [
      type,
      (state: State, node: Nodes, parent: never) => handle(state, withProperties(node) as never, parent),
    ]),
  );
  return {
    ...plain,
    ...listsToHtml,
    ...quotationsToHtml,
    ...verseToHtml,
    ...spansToHtml,
    ...indexMarksToHtml,
    ...rawToHtml,
    ...captionsToHtml,
    ...definitionListsToHtml,
    ...formulasToHtml,
    ...citationsToHtml(cited),
    ...blocksToHtml({ speakers: [], repeated, cited }),
  } as Handlers;
}

/** A node of Markdown’s own with its attributes as `hProperties`, which mdast-util-to-hast reads. */
function withProperties(node: Nodes): Nodes {
  const { attributes, naming, hProperties } = (node.data ?? {}) as NonNullable<Nodes['data']> & { naming?: string };
  if (!attributes && !naming) return node;
  return {
    ...node,
    data: {
      ...node.data,
      hProperties: mergeProperties({ ...(naming ? { dataNaming: naming } : {}), ...propertiesOf(node) }, hProperties),
    },
  } as Nodes;
}
