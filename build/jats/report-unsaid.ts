import type { Element, ElementContent, Root } from 'hast';
import { report } from '../diagnostics/report.ts';
import type { Article } from '../issue/model.ts';
import { hasClass } from '../text/has-class.ts';
import { visit } from '../text/visit.ts';

/** Reports what an article says and JATS cannot, or what archives want of it, at the line of the manuscript. */
export function reportUnsaid({ body, notes, file }: Article): void {
  const trees: (Root | ElementContent)[] = [body, ...notes.flatMap((note) => note.body)];
  for (const tree of trees)
    visit(tree as Root, 'element', (element, _index, parent) => {
      if (element.tagName === 'br' && parent?.type === 'element' && isOfText(parent))
        report(file, 'jats-facts', {
          at: element.position ?? parent.position,
          found: 'A line that ends before its measure, which no paragraph of JATS can say',
          expected: 'a paragraph of its own, or :::verse',
          fix: 'A space stands there in the JATS. If the line matters, write verse or a paragraph of its own.',
          alike: 'the end of a line in JATS',
        });
      if (element.tagName === 'img' && /\.webp$/.test(String(element.properties.src)))
        report(file, 'jats-facts', {
          at: element.position,
          found: 'A picture in WebP, which archives do not take',
          expected: 'PNG or JPEG',
          fix: 'Save the picture so, if the JATS goes to an archive.',
        });
      if (element.tagName === 'table' && !hasHead(element))
        report(file, 'jats-facts', {
          at: element.position,
          found: 'A table without a cell at its head, which JATS4R asks of each',
          expected: 'a row of heads above, or a column of them',
          fix: 'Give the table a head, so that listeners know what each cell is about.',
        });
    });
}

/** True for an element in which a line’s end is neither that of verse, nor of a cell, nor of a caption. */
function isOfText(element: Element): boolean {
  return !hasClass(element, 'stanza') && !/^(?:td|th|figcaption)$/.test(element.tagName);
}

function hasHead(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === 'th' || hasHead(child)));
}
