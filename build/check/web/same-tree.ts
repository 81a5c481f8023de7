import type { Root as Hast, RootContent } from 'hast';
import type { Root as Xml } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** An element as both readers of a page see it. */
interface SeenElement {
  name: string;
  depth: number;
  line: number | undefined;
}

/**
 * The first element of a page that browsers put elsewhere than it is written: a page is also XML, which nobody repairs.
 * Undefined if there is none, or the page is not XML: then another program wrote it.
 */
export function movedElement(text: string, tree: Hast): { name: string; line: number | undefined } | undefined {
  let written: Xml;
  try {
    written = fromXml(text);
  } catch {
    return undefined;
  }
  const [asWritten, asRead] = [elementsIn(written), elementsIn(tree)];
  const at = asWritten.findIndex(({ name, depth }, i) => asRead[i]?.name !== name || asRead[i]?.depth !== depth);
  if (at >= 0) return asWritten[at];
  return asRead[asWritten.length];
}

function elementsIn(tree: Xml | Hast): SeenElement[] {
  const seen: SeenElement[] = [];
  const walk = (nodes: readonly (RootContent | Xml['children'][number])[], depth: number): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const name = ('tagName' in node ? node.tagName : node.name).toLowerCase();
      seen.push({ name, depth, line: node.position?.start.line });
      walk(node.children as RootContent[], depth + 1);
    }
  };
  walk(tree.children as RootContent[], 0);
  return seen;
}
