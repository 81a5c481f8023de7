import type { Element } from 'xast';
import { type Archive, type Document, elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/** Holds the table of contents and the NCX to the headings that they lead to, and to each other. */
export const checkContents: EpubRule = (archive) => {
  const { nav, ncx } = archive;
  if (!nav) return [{ rule: 'epub-contents', found: 'There is no navigation document', path: archive.opf.path }];
  const findings: EpubFinding[] = [];
  const toc = elementsIn(nav.tree, 'nav').find(({ attributes }) => attributes['epub:type'] === 'toc');
  const entries = toc ? elementsIn(toc, 'a') : [];
  for (const entry of entries) {
    const heading = headingAt(archive, nav, entry.attributes.href ?? '');
    const said = wordsOf(heading);
    // What is listed may say more: the authors of an article stand behind its title.
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
      if (element.name === 'h2' && id && /^a\d+-/.test(id) && !listed.has(`${path}#${id}`))
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
  ncx: Document,
  nav: Document,
  toc: Element | undefined,
  entries: readonly Element[],
): EpubFinding[] {
  const points = elementsIn(ncx.tree, 'navPoint');
  const sections = toc ? elementsIn(toc, 'span').filter(({ attributes }) => !attributes.class) : [];
  const known = new Map(entries.map((entry) => [targetOf(nav, entry), letters(wordsOf(entry))]));
  const findings: EpubFinding[] = [];
  for (const point of points) {
    const [label] = elementsIn(point, 'text');
    const target = resolve(ncx.path, elementsIn(point, 'content')[0]?.attributes.src ?? '');
    const words = letters(wordsOf(label));
    const fits =
      known.get(target)?.startsWith(words) || sections.some((section) => letters(wordsOf(section)) === words);
    if (!fits)
      findings.push({
        rule: 'epub-contents',
        found: `The NCX says “${wordsOf(label)}”`,
        expected: 'the words of the contents',
        path: ncx.path,
        element: point,
      });
  }
  const missing = entries.filter(
    (entry) =>
      !points.some(
        (point) => resolve(ncx.path, elementsIn(point, 'content')[0]?.attributes.src ?? '') === targetOf(nav, entry),
      ),
  );
  for (const entry of missing)
    findings.push({
      rule: 'epub-contents',
      found: `“${wordsOf(entry)}” is not in the NCX`,
      path: nav.path,
      element: entry,
    });
  return findings;
}

/** The heading that an address leads to: itself, or the first of its document. */
function headingAt({ documents }: Archive, nav: Document, href: string): Element | undefined {
  const [path, id] = resolve(nav.path, href).split('#');
  const document = documents.find((one) => one.path === path);
  if (!document) return undefined;
  const all = elementsIn(document.tree);
  const target = id ? all.find(({ attributes }) => attributes.id === id) : undefined;
  if (target) return /^h[1-6]$/.test(target.name) ? target : undefined;
  return id ? undefined : all.find(({ name }) => name === 'h1');
}

function targetOf(nav: Document, entry: Element): string {
  return resolve(nav.path, entry.attributes.href ?? '');
}

function resolve(from: string, href: string): string {
  const [, id] = href.split('#');
  return id ? `${resolvePath(from, href)}#${id}` : resolvePath(from, href);
}

/** Without calls: what is told of a heading leaves its notes out. */
function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
