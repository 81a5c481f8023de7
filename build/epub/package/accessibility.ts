import { visit } from 'unist-util-visit';
import type { Root } from 'xast';
import type { Issue } from '../../issue/model.ts';
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
export function accessibilityOf(documents: readonly Root[], { pictures, journal }: Issue): Accessibility {
  let described = 0;
  let silent = 0;
  let long = 0;
  let pages = 0;
  for (const document of documents) {
    visit(document, 'element', ({ name, attributes }) => {
      if (attributes.role === 'doc-pagebreak') pages++;
      if (attributes['aria-details']) long++;
      if (name !== 'img') return;
      if (attributes.alt) described++;
      // An empty alternative text marks the picture as decoration.
      else if (attributes.alt === undefined) silent++;
    });
  }
  const features = [
    ...(described > 0 && silent === 0 ? ['alternativeText'] : []),
    'displayTransformability',
    ...(long > 0 ? ['longDescription'] : []),
    ...(pages > 0 ? ['pageBreakMarkers', 'pageNavigation'] : []),
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
