import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Place, report } from '../../diagnostics/report.ts';
import { partOfId } from '../../issue/ids.ts';
import type { Issue, IssueFacts, Located } from '../../issue/model.ts';
import type { Survey } from '../../pages/in-page/survey.ts';
import type { PageFindings, PicturePlacement } from './inspect-pages.ts';
import { goodResolution, minLineWidth, minResolution } from './limits.ts';

/** The resolution to suggest: twice the lines of a screen of 150 to the inch. */
const targetResolution = 300;

/**
 * Reports pictures that are too coarse at their printed size, each at its line of the manuscript, and lines that are
 * too thin. Findings that belong to no manuscript are reported in issue.yaml.
 */
export function reportPress(
  issue: Issue,
  pictures: Survey['pictures'],
  { placements, hairlines }: PageFindings<string>,
  facts: Located<IssueFacts>,
): void {
  const coarsest = new Map<string, { placement: PicturePlacement<string>; named: NamedPicture | undefined }>();
  for (const placement of placements) {
    if (placement.ppi >= goodResolution) continue;
    const named = pictureShown(issue, facts, pictures, placement);
    const key = named?.name ?? placement.image;
    const known = coarsest.get(key);
    if (!known || placement.ppi < known.placement.ppi) coarsest.set(key, { placement, named });
  }
  for (const { placement, named } of coarsest.values()) {
    const { page, pixels, ppi } = placement;
    const what = named?.isDrawing ? `The picture inside ${named.name}` : (named?.name ?? 'A picture');
    const enough = [pixels.width, pixels.height]
      .map((count) => Math.ceil((count * targetResolution) / ppi))
      .join(' × ');
    report(named?.file ?? facts.file, 'print-resolution', {
      at: named?.at,
      found: `${what} has ${Math.floor(ppi)} pixels to the inch as it is printed, on page ${page} of the PDF`,
      expected: `${goodResolution} or more`,
      fix: `Take one of about ${enough} pixels, or print it smaller${named && named.file !== facts.file && !named.isDrawing ? `: {width=${Math.floor((pixels.width / goodResolution) * 25.4)}mm} behind it` : ''}.`,
      level: ppi < minResolution ? 'error' : 'warning',
    });
  }
  for (const { page, width } of hairlines) {
    const drawing = pictures.find((one) => one.page === page && /\.svg$/.test(one.name));
    const named = drawing && pictureInSource(issue, facts, drawing.name);
    report(named?.file ?? facts.file, 'print-hairline', {
      at: named?.at,
      found: `Page ${page} of the PDF has a line of ${width < 0.005 ? 'no width' : `${width.toFixed(2)} pt`}${named ? `, perhaps in ${named?.name}` : ''}`,
      expected: `${minLineWidth} pt or more`,
      fix: drawing
        ? 'Make the lines of the drawing thicker, or print it larger.'
        : 'Make it thicker in the stylesheet.',
    });
  }
}

interface NamedPicture {
  /** The name that the editors use. */
  name: string;
  file: VFile | undefined;
  at: Place | undefined;
  isDrawing: boolean;
}

/** The picture of the issue that one on a page is: the one with the same pixels, or else the drawing around it. */
function pictureShown(
  issue: Issue,
  facts: Located<IssueFacts>,
  pictures: Survey['pictures'],
  { page, pixels }: PicturePlacement<string>,
): NamedPicture | undefined {
  const here = issue.pictures.filter(({ name }) => pictures.some((one) => one.page === page && one.name === name));
  const same = here.find(
    ({ mediaType, width, height }) =>
      mediaType !== 'image/svg+xml' &&
      ((width === pixels.width && height === pixels.height) || (width === pixels.height && height === pixels.width)),
  );
  const found = same ?? here.find(({ mediaType }) => mediaType === 'image/svg+xml');
  return found && { ...pictureInSource(issue, facts, found.name), isDrawing: !same };
}

/** The place where a manuscript, or issue.yaml, names a picture. */
function pictureInSource(issue: Issue, facts: Located<IssueFacts>, name: string): Omit<NamedPicture, 'isDrawing'> {
  if (name === issue.cover?.name) return { name: issue.facts.cover ?? name, file: facts.file, at: facts.at('cover') };
  for (const { file, body, notes } of issue.articles) {
    let at: Place | undefined;
    for (const tree of [body, ...notes.map((note) => ({ type: 'root' as const, children: note.body }))])
      visit(tree, 'element', (element) => {
        if (element.tagName === 'img' && element.properties.src === `images/${name}`) at ??= element.position;
      });
    if (at) return { name: partOfId(name), file, at };
  }
  return { name, file: undefined, at: undefined };
}
