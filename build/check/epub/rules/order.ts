import type { Element } from 'xast';
import { elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Requires the NCX to number its points in reading order (DAISY 3, ANSI/NISO Z39.86-2005, section 8.4). */
export const orderRule: EpubRule = ({ ncx, documents }) => {
  if (!ncx) return [];
  const findings: EpubFinding[] = [];
  const add = (element: Element, found: string, expected: string) =>
    findings.push({ rule: 'epub-order', found, expected, path: ncx.path, element });
  const read = new Map<string, number>();
  for (const { path, tree } of documents) {
    read.set(path, read.size);
    for (const { attributes } of elementsIn(tree)) if (attributes.id) read.set(`${path}#${attributes.id}`, read.size);
  }
  const targets = [...elementsIn(ncx.tree, 'navPoint'), ...elementsIn(ncx.tree, 'pageTarget')].map((element) => {
    const src = elementsIn(element, 'content')[0]?.attributes.src ?? '';
    const [, id] = src.split('#');
    const address = id ? `${resolvePath(ncx.path, src)}#${id}` : resolvePath(ncx.path, src);
    return { element, address, order: Number(element.attributes.playOrder), at: read.get(address) ?? -1 };
  });
  const byOrder = [...targets].sort((a, b) => a.order - b.order);
  let last: (typeof targets)[number] | undefined;
  for (const target of byOrder) {
    const { element, address, order, at } = target;
    const next = (last?.order ?? 0) + (last?.address === address ? 0 : 1);
    if (order !== next) add(element, `playOrder ${order} of ${address}`, String(next));
    else if (last && at < last.at)
      add(
        element,
        `${address} has playOrder ${order}, and is read before ${last.address}`,
        'the order in which they are read',
      );
    last = { ...target, order: Math.max(order, next) };
  }
  const pages = new Set<string>();
  for (const element of elementsIn(ncx.tree, 'pageTarget')) {
    const { value, type } = element.attributes;
    if (value && pages.has(`${type} ${value}`))
      add(element, `Page ${value} stands twice`, 'one target of a number and type');
    pages.add(`${type} ${value}`);
  }
  return findings;
};
