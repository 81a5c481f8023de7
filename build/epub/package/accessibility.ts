import type { Issue } from '../../issue/model.ts';
import type { ChapterFacts } from '../chapter-facts.ts';
import { isAnimated } from './animated.ts';

/**
 * The facts in the package about who can read the book and how (EPUB Accessibility 1.1, section 2), found by looking
 * through the book.
 */
export interface Accessibility {
  accessModes: string[];
  /** The access modes that are enough by themselves, one set an entry: `textual`, or `textual,visual`. */
  sufficient: string[];
  features: string[];
  hazard: 'none' | 'unknown';
  /**
   * Whether the book claims WCAG 2.2 AA: every picture has an alternative text, and the publisher does not withhold the
   * claim.
   */
  conforms: boolean;
  /** Whether there are pictures that are more than decoration. */
  pictures: boolean;
}

/** Looks through the documents of a book, except the cover's: it shows nothing that the text does not say. */
export function accessibilityOf(
  documents: readonly ChapterFacts[],
  { pictures, journal }: Issue,
  hasIndex: boolean,
): Accessibility {
  const described = documents.reduce((sum, one) => sum + one.described, 0);
  const silent = documents.reduce((sum, one) => sum + one.silent, 0);
  const hasFormulas = documents.some((one) => one.hasFormulas);
  const features = [
    ...(described > 0 && silent === 0 ? ['alternativeText'] : []),
    ...(hasFormulas ? ['describedMath'] : []),
    'displayTransformability',
    ...(hasIndex ? ['index'] : []),
    ...(documents.some((one) => one.hasLong) ? ['longDescription'] : []),
    ...(hasFormulas ? ['MathML'] : []),
    ...(documents.some((one) => one.hasPages) ? ['pageBreakMarkers', 'pageNavigation'] : []),
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
  ];
  return {
    accessModes: described + silent > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: silent > 0 ? ['textual,visual'] : ['textual'],
    features,
    hazard: pictures.some(isAnimated) ? 'unknown' : 'none',
    conforms: silent === 0 && journal['accessibility-claim'] !== false,
    pictures: described > 0,
  };
}
