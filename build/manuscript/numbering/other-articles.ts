import type { Element, Nodes } from 'hast';
import { visit } from '../../text/visit.ts';
import { linkIntoIssue } from './references.ts';

/** The paths of the other manuscripts that links in trees lead to, sorted, each once. `from` is that of their own. */
export function otherArticlesIn(trees: readonly Nodes[], from: string): string[] {
  const paths = new Set<string>();
  for (const tree of trees)
    visit(tree as Element, 'element', ({ tagName, properties }) => {
      const link = tagName === 'a' ? linkIntoIssue(properties.href, from) : undefined;
      if (link && link.path !== from) paths.add(link.path);
    });
  return [...paths].sort();
}
