import type { Element } from 'xast';
import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/**
 * Requires the package document to describe the contents of the book (EPUB Accessibility 1.1, section 2.2), and names
 * of people to have a form for sorting.
 */
export const metadataRule: EpubRule = ({ opf, documents }) => {
  const findings: EpubFinding[] = [];
  const metas = elementsIn(opf.tree, 'meta');
  const add = (found: string, expected: string, element?: Element) =>
    findings.push({ rule: 'epub-metadata', found, expected, path: opf.path, ...(element ? { element } : {}) });
  const values = (property: string) => metas.filter(({ attributes }) => attributes.property === property).map(wordsOf);
  for (const property of [
    'accessMode',
    'accessModeSufficient',
    'accessibilityFeature',
    'accessibilityHazard',
    'accessibilitySummary',
  ])
    if (values(`schema:${property}`).length === 0)
      add(`There is no schema:${property}`, 'what readers need to see, hear and do, told');
  // The cover shows nothing that the text does not say.
  const body = documents.filter(
    ({ tree }) => !elementsIn(tree).some(({ attributes }) => attributes['epub:type'] === 'cover'),
  );
  const pictures = body.flatMap(({ tree }) =>
    elementsIn(tree).filter(({ name, attributes }) => (name === 'img' && attributes.alt !== '') || name === 'svg'),
  );
  const visual = values('schema:accessMode').includes('visual');
  if (visual !== pictures.length > 0)
    add(
      `accessMode ${visual ? 'has' : 'lacks'} visual, and there are ${pictures.length} pictures`,
      'visual where there are pictures',
    );
  const marks = documents.some(({ tree }) =>
    elementsIn(tree).some(({ attributes }) => attributes.role === 'doc-pagebreak'),
  );
  const features = values('schema:accessibilityFeature');
  if (marks !== features.includes('pageBreakMarkers'))
    add(
      `accessibilityFeature ${marks ? 'lacks' : 'has'} pageBreakMarkers`,
      marks ? 'it, for printed pages are marked' : 'marks of printed pages',
    );
  const sorted = new Set(
    metas.filter(({ attributes }) => attributes.property === 'file-as').map(({ attributes }) => attributes.refines),
  );
  for (const element of [...elementsIn(opf.tree, 'creator'), ...elementsIn(opf.tree, 'contributor')])
    if (!sorted.has(`#${element.attributes.id}`))
      add(`${wordsOf(element)} has no file-as`, 'the name as it is sorted', element);
  return findings;
};
