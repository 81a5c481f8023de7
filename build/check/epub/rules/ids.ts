import { posix } from 'node:path';
import { articleFile, articleOfId } from '../../../issue/ids.ts';
import { type Archive, elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Attributes that refer to ids in their own document. */
export const idReferences = [
  'aria-labelledby',
  'aria-describedby',
  'aria-details',
  'aria-controls',
  'aria-owns',
  'for',
  'headers',
];

/**
 * Requires ids to be unique, and attributes to name ids that exist. Something has to lead to each id, unless it belongs
 * to the document's article: other books and sites may link to that.
 */
export const idRule: EpubRule = (archive) => {
  const wanted = targetsIn(archive);
  const findings: EpubFinding[] = [];
  for (const { path, tree } of archive.documents) {
    const seen = new Set<string>();
    for (const element of elementsIn(tree)) {
      const { id } = element.attributes;
      if (!id) continue;
      if (seen.has(id))
        findings.push({ rule: 'epub-ids', level: 'error', found: `The id ${id} stands twice`, path, element });
      else if (!wanted.has(`${path}#${id}`) && articleFile(articleOfId(id)) !== posix.basename(path))
        findings.push({
          rule: 'epub-ids',
          found: `Nothing leads to the id ${id}`,
          fix: 'Remove it, or mend the link that should lead to it.',
          path,
          element,
        });
      seen.add(id);
    }
    for (const element of elementsIn(tree)) {
      for (const name of idReferences) {
        if (element.attributes[name] === undefined) continue;
        for (const id of (element.attributes[name] ?? '').split(/\s+/).filter(Boolean)) {
          if (!seen.has(id))
            findings.push({
              rule: 'epub-ids',
              level: 'error',
              found: `${name}="${id}" names nothing`,
              expected: 'an id in this document',
              path,
              element,
            });
        }
      }
    }
  }
  return findings;
};

/** All targets of links and attributes, as `path#id`. */
function targetsIn({ documents, nav, ncx, opf }: Archive): Set<string> {
  const targets = new Set<string>();
  for (const { path, tree } of [...documents, ...[nav, ncx, opf].filter((one) => one !== undefined)]) {
    for (const { attributes } of elementsIn(tree)) {
      for (const address of [attributes.href, attributes.src, attributes['xlink:href']]) {
        if (!address?.includes('#') || /^[a-z]+:/i.test(address)) continue;
        const [file, id] = address.split('#');
        targets.add(`${file ? resolvePath(path, file) : path}#${decodeURIComponent(id ?? '')}`);
      }
      for (const name of idReferences)
        for (const id of attributes[name]?.split(/\s+/) ?? []) targets.add(`${path}#${id}`);
      // A reference inside a drawing: url(#clip).
      for (const value of Object.values(attributes))
        if (value?.includes('url('))
          for (const [, id] of value.matchAll(/url\(["']?#([^)"']+)/g)) targets.add(`${path}#${id}`);
    }
  }
  return targets;
}
