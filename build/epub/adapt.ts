import type { ElementContent, Root } from 'hast';
import type { Article } from '../issue/model.ts';
import type { Terms } from '../theme/terms.ts';
import { markCalls } from './calls.ts';
import { roundImages } from './images.ts';
import { markKinds } from './kinds.ts';
import { breakLines } from './lines.ts';
import { pointLinks } from './links.ts';
import { boxTables } from './tables.ts';
import type { Targets } from './targets.ts';

/** A copy of an article's tree as an e-book needs it. `finish` is told it before it is parted into lines: to mark printed pages, and to describe figures. */
export function adapt(
  nodes: readonly (ElementContent | Root['children'][number])[],
  article: Article,
  targets: Targets,
  words: Terms,
  finish: (tree: Root) => void = () => {},
): ElementContent[] {
  const tree: Root = { type: 'root', children: structuredClone([...nodes]) };
  pointLinks(tree, article, targets);
  finish(tree);
  markCalls(tree);
  markKinds(tree);
  boxTables(tree, words);
  roundImages(tree);
  breakLines(tree);
  return tree.children as ElementContent[];
}
