import { PDFArray, type PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { deepest } from './limits.ts';
import { asDict, itemsAt, valueAt } from './objects.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The entries of a number tree or a name tree, in order (ISO 32000-1, 7.9.6 and 7.9.7), values as they stand. A tree that comes round to itself is read once.
 */
export function* entriesOf(
  root: PDFDict | undefined,
  keys: 'Nums' | 'Names',
): Generator<[PDFObject, PDFObject | undefined]> {
  const seen = new Set<PDFDict>();
  const stack = root ? [{ node: root, depth: 0 }] : [];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    if (seen.has(node)) continue;
    if (depth > deepest) throw new Unreadable(`A tree of ${keys.toLowerCase()} is more than ${deepest} deep`);
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

/** Follows a reference. */
export function follow(holder: PDFDict, value: PDFObject | undefined): PDFObject | undefined {
  return value instanceof PDFRef ? holder.context.lookup(value) : value;
}
