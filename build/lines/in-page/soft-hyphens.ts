/** Takes the author’s soft hyphens out of a page’s text. Returns their offsets. */
export function takeSoftHyphens(): Map<Text, number[]> {
  const found = new Map<Text, number[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.includes('\u00ad')) continue;
    const offsets: number[] = [];
    let offset = 0;
    for (const part of node.data.split('\u00ad').slice(0, -1)) {
      offset += part.length;
      offsets.push(offset);
    }
    found.set(node, offsets);
    node.data = node.data.replaceAll('\u00ad', '');
  }
  return found;
}
