import { posix } from 'node:path';
import type { Element } from 'xast';
import { articleFile, articleOfId, partOfId } from '../../../issue/ids.ts';
import { type Archive, type ArchiveDocument, elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/** Compares the table of contents and the NCX with the headings that they lead to, and with each other. */
export const contentsRule: EpubRule = (archive) => {
  const { nav, ncx } = archive;
  if (!nav) return [{ rule: 'epub-contents', found: 'There is no navigation document', path: archive.opf.path }];
  const findings: EpubFinding[] = [];
  const toc = elementsIn(nav.tree, 'nav').find(({ attributes }) => attributes['epub:type'] === 'toc');
  const entries = toc ? elementsIn(toc, 'a') : [];
  const headingAt = headingsOf(archive, nav);
  for (const entry of entries) {
    const heading = headingAt(entry.attributes.href ?? '');
    const said = wordsOf(heading);
    // An entry may say more: the authors of an article follow its title.
    if (heading && !letters(wordsOf(entry)).startsWith(letters(said)))
      findings.push({
        rule: 'epub-contents',
        found: `The contents say “${wordsOf(entry)}”`,
        expected: `“${said}”, as the heading does`,
        path: nav.path,
        element: entry,
      });
  }
  const listed = new Set(entries.map((entry) => targetOf(nav, entry)));
  for (const { path, tree } of archive.documents) {
    if (path === nav.path || !listed.has(path)) continue;
    for (const element of elementsIn(tree)) {
      const { id } = element.attributes;
      if (
        element.name === 'h2' &&
        id &&
        partOfId(id) &&
        articleFile(articleOfId(id)) === posix.basename(path) &&
        !listed.has(`${path}#${id}`)
      )
        findings.push({
          rule: 'epub-contents',
          found: `The heading “${wordsOf(element)}” is not in the contents`,
          path,
          element,
        });
    }
  }
  if (ncx) findings.push(...compareNcx(ncx, nav, toc, entries));
  return findings;
};

function compareNcx(
  ncx: ArchiveDocument,
  nav: ArchiveDocument,
  toc: Element | undefined,
  entries: readonly Element[],
): EpubFinding[] {
  const points = elementsIn(ncx.tree, 'navPoint').map((point) => ({
    point,
    label: wordsOf(elementsIn(point, 'text')[0]),
    target: resolve(ncx.path, elementsIn(point, 'content')[0]?.attributes.src ?? ''),
  }));
  const spans = toc ? elementsIn(toc, 'span').filter(({ attributes }) => !attributes.class) : [];
  const sections = new Set(spans.map((span) => letters(wordsOf(span))));
  const known = new Map(entries.map((entry) => [targetOf(nav, entry), letters(wordsOf(entry))]));
  const findings: EpubFinding[] = [];
  for (const { point, label, target } of points) {
    const words = letters(label);
    if (!known.get(target)?.startsWith(words) && !sections.has(words))
      findings.push({
        rule: 'epub-contents',
        found: `The NCX says “${label}”`,
        expected: 'the words of the contents',
        path: ncx.path,
        element: point,
      });
  }
  const targets = new Set(points.map(({ target }) => target));
  const missing = entries.filter((entry) => !targets.has(targetOf(nav, entry)));
  for (const entry of missing)
    findings.push({
      rule: 'epub-contents',
      found: `“${wordsOf(entry)}” is not in the NCX`,
      path: nav.path,
      element: entry,
    });
  return findings;
}

/** Finds the heading that an address leads to: the element itself, or the first heading of its document. */
function headingsOf({ documents }: Archive, nav: ArchiveDocument): (href: string) => Element | undefined {
  const places = new Map<string, Element>();
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      const { id } = element.attributes;
      if (id && !places.has(`${path}#${id}`)) places.set(`${path}#${id}`, element);
      if (element.name === 'h1' && !places.has(path)) places.set(path, element);
    }
  }
  return (href) => {
    const target = places.get(resolve(nav.path, href));
    return target && /^h[1-6]$/.test(target.name) ? target : undefined;
  };
}

function targetOf(nav: ArchiveDocument, entry: Element): string {
  return resolve(nav.path, entry.attributes.href ?? '');
}

function resolve(from: string, href: string): string {
  const [, id] = href.split('#');
  return id ? `${resolvePath(from, href)}#${id}` : resolvePath(from, href);
}

/** The letters of a text: an entry leaves out the notes of its heading, whose calls are figures. */
function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
