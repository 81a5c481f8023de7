import { imageSize } from 'image-size';
import { maxPixelsInBook } from '../../../images/limits.ts';
import { elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Requires pictures to be no larger than reading systems show. */
export const pictureRule: EpubRule = ({ documents, files }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree, 'img')) {
      const name = element.attributes.src ?? '';
      const data = files.get(resolvePath(path, name));
      const size = data && sizeOf(data);
      if (size && size.width * size.height > maxPixelsInBook)
        findings.push({
          rule: 'epub-pictures',
          found: `The picture ${name} has ${size.width} × ${size.height} pixels`,
          expected: 'at most 5.6 million',
          fix: 'Save it smaller, as a JPEG in RGB or as a PNG.',
          path,
          element,
        });
    }
  }
  return findings;
};

/**
 * The size in pixels; undefined for a drawing, which has no pixels, and for bytes that are not a picture, which the
 * validator reports.
 */
function sizeOf(data: Uint8Array): { width: number; height: number } | undefined {
  try {
    const size = imageSize(data);
    return size.type === 'svg' ? undefined : size;
  } catch {
    return undefined;
  }
}
