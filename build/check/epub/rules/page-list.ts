import type { Element } from 'xast';
import { elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/** Compares the marks of printed pages with the list of pages, in reading order. */
export const pageListRule: EpubRule = ({ documents, nav, opf }) => {
  const findings: EpubFinding[] = [];
  const marks = new Map<string, { path: string; element: Element }>();
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      if (element.attributes.role !== 'doc-pagebreak') continue;
      const name = element.attributes['aria-label'] ?? element.attributes.title;
      if (!name)
        findings.push({
          rule: 'epub-page-list',
          found: 'The mark of a page has no name',
          expected: 'its folio',
          path,
          element,
        });
      marks.set(`${path}#${element.attributes.id ?? ''}`, { path, element });
    }
  }
  const list = nav && elementsIn(nav.tree, 'nav').find(({ attributes }) => attributes['epub:type'] === 'page-list');
  const entries = list ? elementsIn(list, 'a') : [];
  const order = new Map([...marks.keys()].map((address, index) => [address, index]));
  const listed = new Set<string>();
  let last = -1;
  for (const entry of entries) {
    const [, id = ''] = (entry.attributes.href ?? '').split('#');
    const address = `${resolvePath(nav?.path ?? '', entry.attributes.href ?? '')}#${id}`;
    const mark = marks.get(address)?.element.attributes;
    const at = order.get(address) ?? -1;
    const words = wordsOf(entry);
    const add = (found: string, expected: string) =>
      findings.push({ rule: 'epub-page-list', found, expected, path: nav?.path ?? '', element: entry });
    if (!mark) add(`Page ${words} of the list leads to no mark`, 'the id of an element with role="doc-pagebreak"');
    else if ((mark['aria-label'] ?? mark.title) !== words)
      add(`The list says page ${words}, its mark page ${mark['aria-label'] ?? mark.title}`, 'the same folio');
    else if (listed.has(address)) add(`Page ${words} is in the list of pages twice`, 'an entry for each page');
    else if (at < last) add(`Page ${words} is listed after one that is read later`, 'the order in which they are read');
    last = Math.max(last, at);
    listed.add(address);
  }
  for (const [address, { path, element }] of marks) {
    if (!listed.has(address))
      findings.push({
        rule: 'epub-page-list',
        found: `Page ${element.attributes['aria-label'] ?? element.attributes.title} is not in the list of pages`,
        path,
        element,
      });
  }
  const source = elementsIn(opf.tree, 'meta').find(({ attributes }) => attributes.property === 'pageBreakSource');
  if (marks.size > 0 && (!source || wordsOf(source) === 'none'))
    findings.push({
      rule: 'epub-page-list',
      found: 'The package does not say whose pages are marked',
      expected: 'pageBreakSource',
      path: opf.path,
    });
  return findings;
};
