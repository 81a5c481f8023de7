import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import type { FigureDescription } from '../../../issue/model.ts';
import { hasClass } from '../../../text/has-class.ts';
import { visit } from '../../../text/visit.ts';

/**
 * Takes the long descriptions of figures, `:::description` right after an image, out of the text, because readers who
 * see the page do not need them. Gives an id to each figure with one, if it has none.
 */
export function takeDescriptions(body: Root, file: VFile): FigureDescription[] {
  const taken: FigureDescription[] = [];
  const ids = new Set<unknown>();
  visit(body, 'element', ({ properties }) => void ids.add(properties.id));
  visit(body, 'element', (element, index, parent) => {
    if (!hasClass(element, 'description') || !parent || index === undefined) return;
    parent.children.splice(index, 1);
    const before = (parent.children as ElementContent[]).slice(0, index).findLast((child) => child.type !== 'text');
    if (before?.type !== 'element' || !hasClass(before, 'figure')) {
      report(file, 'description-place', {
        at: element.position,
        found: 'A description without a figure above it',
        fix: 'Put it right below the image that it describes.',
      });
      return index;
    }
    visit(element, 'element', (call) => {
      if (hasClass(call, 'call'))
        report(file, 'description-place', {
          at: call.position,
          found: 'A note in a description',
          expected: 'words alone, for the printed page has neither',
          fix: 'Say it in the description itself.',
        });
    });
    for (let n = taken.length + 1; before.properties.id === undefined; n++)
      if (!ids.has(`figure-${n}`)) before.properties.id = `figure-${n}`;
    taken.push({ figure: String(before.properties.id), body: element.children });
    return index;
  });
  return taken;
}
