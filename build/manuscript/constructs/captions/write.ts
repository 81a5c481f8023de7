import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { Captioned } from '../../tree.ts';
import { writeFigure } from '../figures/write.ts';
import { writeListing } from '../listings/write.ts';
import { writeCaptionedTable } from '../tables/write.ts';

const writers = { figure: writeFigure, table: writeCaptionedTable, listing: writeListing };

/** Writers of figures, tables and listings with captions. */
export const captionsToMarkdown = {
  captioned: (node: Captioned, _parent: Nodes | undefined, state: State, info: Info): string =>
    writers[node.kind](node, state, info),
};
