import { imageSize } from 'image-size';
import { elementsIn, resolvePath } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Apple Books Asset Guide 5.3, “Interior images”. */
const mostPixels = 5_600_000;

/** Holds pictures to a size that readers show. */
export const checkPictures: EpubRule = ({ documents, files }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree, 'img')) {
      const name = element.attributes.src ?? '';
      const data = files.get(resolvePath(path, name));
      const size = data && sizeOf(data);
      if (size && size.width * size.height > mostPixels)
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

/** Undefined for a drawing, which has no pixels, and where it is no picture: that the validator tells. */
function sizeOf(data: Uint8Array): { width: number; height: number } | undefined {
  try {
    const size = imageSize(data);
    return size.type === 'svg' ? undefined : size;
  } catch {
    return undefined;
  }
}
