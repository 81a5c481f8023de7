import type { Nodes, PhrasingContent } from 'mdast';

/** The nodes behind the first `length` signs of their words, which are a label; white space counts as one sign. */
export function behindLabel(children: readonly PhrasingContent[], length: number): PhrasingContent[] {
  let left = length;
  let isBegun = false;
  const cut = (node: Nodes): Nodes[] => {
    if (left <= 0) return [node];
    if (node.type === 'text') {
      const value = (isBegun ? node.value : node.value.trimStart()).replace(/\s+/g, ' ');
      isBegun = true;
      const rest = value.slice(left);
      left -= value.length;
      return rest ? [{ ...node, value: rest }] : [];
    }
    if (node.type === 'break') {
      left--;
      return [];
    }
    if (!('children' in node)) return [node];
    const inside = (node.children as Nodes[]).flatMap(cut);
    return inside.length > 0 ? [{ ...node, children: inside } as Nodes] : [];
  };
  return children.flatMap(cut) as PhrasingContent[];
}
