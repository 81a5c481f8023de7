import { altTextFault } from '../../../manuscript/constructs/figures/alt-text.ts';
import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Requires an alternative text for every picture and every formula. */
export const alternativeRule: EpubRule = ({ documents }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      const { name, attributes } = element;
      const add = (found: string) =>
        findings.push({
          rule: 'epub-alternatives',
          found,
          expected: 'what is to be seen, or alt="" for decoration',
          path,
          element,
        });
      if (name === 'img' && attributes.alt === undefined) add(`The picture ${attributes.src ?? ''} has no alt`);
      else if (name === 'img' && attributes.alt && altTextFault(attributes.alt))
        add(`The alt of a picture is ${altTextFault(attributes.alt)}: ${attributes.alt}`);
      const isNamed = attributes['aria-label'] || attributes['aria-labelledby'] || attributes['aria-hidden'] === 'true';
      if (name === 'math' && !attributes.alttext?.trim()) add('A formula has no words for listeners, alttext');
      if (name === 'svg' && !isNamed && !elementsIn(element, 'title')[0]) add('A drawing in the text has no name');
    }
  }
  return findings;
};
