import type { Nodes } from 'hast';

/** True if no pass of typography may look into a node: code, images, calls, and links whose words are an address. */
export function isOpaque(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  if (['code', 'pre', 'kbd', 'samp', 'img', 'br', 'wbr', 'svg', 'math'].includes(node.tagName)) return true;
  if (node.tagName !== 'a') return false;
  if ((node.properties.className as string[] | undefined)?.includes('call')) return true;
  const [only] = node.children;
  return (
    node.children.length === 1 &&
    only?.type === 'text' &&
    /^(https?:\/\/|www\.|doi:|10\.\d{4,}\/)\S*$|^\S+@\S+$/.test(only.value)
  );
}
