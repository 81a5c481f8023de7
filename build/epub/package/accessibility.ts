import { visit } from 'unist-util-visit';
import type { Root } from 'xast';
import type { Issue } from '../../issue/model.ts';
import { isAnimated } from './animated.ts';

/** What the package says of who can read the book and how (EPUB Accessibility 1.1, section 2), found by looking at it. */
export interface Accessibility {
  accessModes: string[];
  /** Each is enough by itself: `textual`, or `textual,visual`. */
  sufficient: string[];
  features: string[];
  hazard: 'none' | 'unknown';
  /** Whether the book claims WCAG 2.2 AA: no picture is without words, and the publisher does not withhold the claim. */
  conforms: boolean;
  /** Whether there are pictures that say something. */
  pictures: boolean;
}

/** Looks through the documents of a book, the cover's apart: it shows nothing that its text does not say. */
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
      // An empty text says that the picture is decoration.
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
