import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { Captioned } from '../../tree.ts';
import { writeFigure } from '../figures/write.ts';
import { writeCaptionedTable } from '../tables/write.ts';

/** Writers of figures and tables with captions. */
export const captionsToMarkdown = {
  captioned: (node: Captioned, _parent: Nodes | undefined, state: State, info: Info): string =>
    node.kind === 'figure' ? writeFigure(node, state, info) : writeCaptionedTable(node, state, info),
};
