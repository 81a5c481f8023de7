import type { Node } from 'hast';
import type { VFile } from 'vfile';
import type { Element, Root } from 'xast';
import { report } from '../../diagnostics/report.ts';
import type { Archive } from './archive.ts';
import type { EpubFinding } from './finding.ts';
import type { FindManuscriptPlace } from './manuscript-places.ts';

/** Reports a fault in an EPUB: in the manuscript that it comes from, or else on the EPUB, with its place there. */
export function reportFinding(
  finding: EpubFinding,
  archive: Archive | undefined,
  file: VFile,
  findPlace?: FindManuscriptPlace,
): void {
  const { rule, found, expected, fix, level, path } = finding;
  const tree = archive?.documents.find((one) => one.path === path)?.tree;
  const around = tree ? chainOf(tree, finding) : [];
  const place = tree && findPlace?.(path, around);
  const line = finding.line ?? finding.element?.position?.start.line;
  const where = path ? `${path}${line && line > 0 ? `, line ${line}` : ''}` : '';
  report(place?.file ?? file, rule, {
    at: place?.at as Node | undefined,
    found: place ? `In the EPUB: ${found} (${where})` : where ? `${where}: ${found}` : found,
    ...(expected ? { expected } : {}),
    ...(fix ? { fix } : {}),
    ...(level ? { level } : {}),
  });
}

/** The element of a finding, after the elements around it, the outermost first. */
function chainOf(tree: Root, { element, line, column }: EpubFinding): Element[] {
  const chain: Element[] = [];
  const isIn = (one: Element): boolean => {
    if (element) return one === element || contains(one, element);
    const { start, end } = one.position ?? {};
    if (!start || !end || !line) return false;
    const from = start.line < line || (start.line === line && start.column <= (column ?? Number.POSITIVE_INFINITY));
    const to = end.line > line || (end.line === line && end.column >= (column ?? 0));
    return from && to;
  };
  const descend = (node: Root | Element): void => {
    // If several are on one line, the last that begins before the place.
    let inner: Element | undefined;
    for (const child of node.children) if (child.type === 'element' && isIn(child)) inner = child;
    if (!inner) return;
    chain.push(inner);
    // A line without a column means the block that begins on it.
    if (element || column !== undefined || inner.position?.start.line !== line) descend(inner);
  };
  descend(tree);
  return chain;
}

function contains(outer: Element, inner: Element): boolean {
  const [a, b] = [outer.position, inner.position];
  return (
    a?.start.offset !== undefined &&
    b?.start.offset !== undefined &&
    a.start.offset <= b.start.offset &&
    (a.end.offset ?? 0) >= (b.end.offset ?? 0)
  );
}
