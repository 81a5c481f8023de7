import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/**
 * Requires every class to be in a stylesheet; each that is not is reported once. The kind of an article and the
 * language of code are exceptions, which designers may style or not.
 */
export const classRule: EpubRule = ({ documents, files, items }) => {
  const known = new Set<string>();
  for (const [path, { type }] of items) {
    if (type !== 'text/css') continue;
    const css = new TextDecoder().decode(files.get(path)).replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, name = ''] of css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) known.add(name);
  }
  const reported = new Set<string>();
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      for (const name of (element.attributes.class ?? '').split(/\s+/).filter(Boolean)) {
        if (known.has(name) || reported.has(name) || /^(kind|language)-/.test(name)) continue;
        reported.add(name);
        findings.push({ rule: 'epub-classes', found: `No stylesheet has a rule for the class ${name}`, path, element });
      }
    }
  }
  return findings;
};
