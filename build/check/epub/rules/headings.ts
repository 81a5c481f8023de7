import type { Element } from 'xast';
import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/** Requires one heading of the first level in a document, no gap between levels, and words in every heading. */
export const headingRule: EpubRule = ({ documents }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    const add = (element: Element, found: string, expected: string) =>
      findings.push({ rule: 'epub-headings', found, expected, path, element });
    let before = 0;
    for (const element of elementsIn(tree)) {
      const level = Number(/^h([1-6])$/.exec(element.name)?.[1]);
      if (!level) continue;
      if (wordsOf(element) === '') add(element, `A heading <${element.name}> without words`, 'its words');
      if (level === 1 && before > 0) add(element, 'A second heading of the first level', '<h2>');
      // This includes a first heading below the first level.
      else if (level > before + 1)
        add(element, `<${element.name}> follows ${before ? `<h${before}>` : 'no heading'}`, `<h${before + 1}>`);
      before = level;
    }
  }
  return findings;
};
