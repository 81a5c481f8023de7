import type { Root } from 'mdast';
import { visit } from '../../text/visit.ts';
import { parseMended } from '../mend/mend.ts';
import { editsWithout, type FoundQueries, findQueries, mayAsk } from './find-queries.ts';

/**
 * Parses a manuscript as if its queries were not in it, so that they change nothing of the article, wherever they
 * stand; the nodes have their places in the source.
 */
export function parseWithoutQueries(source: string, parse: (text: string) => Root): FoundQueries & { tree: Root } {
  if (!mayAsk(source)) return { tree: parseMended(source, parse), queries: [], faults: [] };
  const plain = parse(source);
  const known = new Set<number>();
  for (;;) {
    const found = findQueries(source, plain, known);
    const tree = parseMended(source, parse, editsWithout(source, found.queries));
    // What the plain parser takes for code may be the text of a block that was mended.
    const before = known.size;
    visit(tree, 'html', ({ value, position }) => {
      for (const { index } of value.matchAll(/<!--\s*ASK(?![\p{L}\p{N}_])/gu))
        if (position?.start.offset !== undefined) known.add(position.start.offset + index);
    });
    if (known.size === before) return { ...found, tree };
  }
}
