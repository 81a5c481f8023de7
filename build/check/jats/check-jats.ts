import { posix } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { report } from '../../diagnostics/report.ts';
import type { PageRecord } from '../../record/schema.ts';
import { visit } from '../../text/visit.ts';
import type { DtdValidator } from './validate-dtd.ts';

/** The surroundings that the JATS of an article is compared with. */
export interface JatsSurroundings {
  /** The names of the files beside it. */
  beside: ReadonlySet<string>;
  /** The pages of the article, if they are known. */
  pages: PageRecord['articles'][number] | undefined;
  /** Validates it by the DTD, if it is to be. */
  validate: DtdValidator | undefined;
}

/** Checks the JATS of an article, and returns its tree, if it can be read. Faults are reported on its file. */
export function checkJatsXml(
  xml: string,
  file: VFile,
  { beside, pages, validate }: JatsSurroundings,
): Root | undefined {
  let tree: Root;
  try {
    tree = fromXml(xml);
  } catch (error) {
    const { line = 1, column = 1, cause } = error as VFileMessage;
    report(file, 'jats-readable', {
      at: { line, column },
      found: (cause as Error | undefined)?.message.split(' (line')[0] ?? (error as Error).message,
      expected: 'well-formed XML',
      fix: again,
    });
    return undefined;
  }
  checkLinks(tree, file);
  checkGraphics(tree, file, beside);
  checkPages(tree, file, pages);
  for (const { line, found } of validate?.(xml, posix.basename(file.path)) ?? [])
    report(file, 'jats-valid', { at: { line, column: 1 }, found, fix: again });
  return tree;
}

const again = 'Build it again; if it is not changed by hand, please report it with the manuscript.';

/** Every id occurs once, and every reference leads to one. */
function checkLinks(tree: Root, file: VFile): void {
  const ids = new Set<string>();
  visit(tree, 'element', ({ attributes: { id }, position }) => {
    if (id == null) return;
    if (ids.has(id)) report(file, 'jats-links', { at: position, found: `The id ${id} occurs twice`, fix: again });
    ids.add(id);
  });
  visit(tree, 'element', ({ attributes: { rid }, position }) => {
    for (const one of (rid ?? '').split(/\s+/).filter(Boolean))
      if (!ids.has(one)) report(file, 'jats-links', { at: position, found: `Nothing has the id ${one}`, fix: again });
  });
}

/** Every graphic that is named lies beside the file. */
function checkGraphics(tree: Root, file: VFile, beside: ReadonlySet<string>): void {
  visit(tree, 'element', ({ name, attributes, position }) => {
    if (!/^(?:inline-)?graphic$/.test(name)) return;
    const href = attributes['xlink:href'] ?? '';
    if (!beside.has(href))
      report(file, 'jats-graphics', { at: position, found: `There is no file ${href} beside it`, fix: again });
  });
}

/** The pages are those of the page record. */
function checkPages(tree: Root, file: VFile, pages: JatsSurroundings['pages']): void {
  const meta = child(child(child(tree, 'article'), 'front'), 'article-meta');
  const [first, last] = [meta && child(meta, 'fpage'), meta && child(meta, 'lpage')];
  const [from, to] = [textOf(first), textOf(last)];
  if (/^\d+$/.test(from) && /^\d+$/.test(to) && Number(from) > Number(to))
    report(file, 'jats-pages', { at: first?.position, found: `Page ${from} is behind page ${to}`, fix: again });
  if (first && pages && (from !== pages.first || to !== pages.last))
    report(file, 'jats-pages', {
      at: first.position,
      found: `Pages ${from}–${to}`,
      expected: `${pages.first}–${pages.last}, as pages.json says`,
      fix: again,
    });
}

function child(parent: Element | Root | undefined, name: string): Element | undefined {
  return (parent?.children as Element[] | undefined)?.find((one) => one.type === 'element' && one.name === name);
}

function textOf(element: Element | undefined): string {
  const [only] = element?.children ?? [];
  return only?.type === 'text' ? only.value : '';
}
