import { PDFArray, type PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { maxNesting } from './limits.ts';
import { asDict, itemsAt, valueAt } from './objects.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Yields the entries of a number tree or a name tree, in order (ISO 32000-1, 7.9.6 and 7.9.7); references in values are
 * not followed. A node that contains itself is read once.
 */
export function* treeEntries(
  root: PDFDict | undefined,
  keys: 'Nums' | 'Names',
): Generator<[PDFObject, PDFObject | undefined]> {
  const seen = new Set<PDFDict>();
  const stack = root ? [{ node: root, depth: 0 }] : [];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    if (seen.has(node)) continue;
    if (depth > maxNesting) throw new Unreadable(`A tree of ${keys.toLowerCase()} is more than ${maxNesting} deep`);
    seen.add(node);
    const list = valueAt(node, keys);
    if (list instanceof PDFArray) {
      for (let i = 0; i + 1 < list.size(); i += 2) {
        const key = list.lookup(i);
        if (key) yield [key, list.get(i + 1)];
      }
    }
    const kids = itemsAt(node, 'Kids').map(asDict);
    for (const kid of kids.reverse()) if (kid) stack.push({ node: kid, depth: depth + 1 });
  }
}

/** Returns the object that a reference points to; any other value as it is. */
export function follow(holder: PDFDict, value: PDFObject | undefined): PDFObject | undefined {
  return value instanceof PDFRef ? holder.context.lookup(value) : value;
}
