import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { applyAttributes } from '../attributes/apply.ts';
import { takeTrailingAttributes } from '../attributes/read.ts';

/** Takes the attributes off the ends of headings, `## Words {#sec-x}`, and corrects levels that skip one. */
export function readHeadings() {
  return (tree: Root, file: VFile): void => {
    // The headings above the next one: their levels as written, and as set.
    const open = [{ written: 0, level: 1 }];
    visit(tree, 'heading', (heading) => {
      const attributes = takeTrailingAttributes(heading.children, file);
      if (attributes) applyAttributes(heading, attributes, file);
      // Bookmarks and contents show no pictures.
      if (textOf(heading, { includeImageAlt: false }).trim() === '') {
        report(file, 'heading-text', {
          at: heading.position,
          found: 'A heading without words',
          fix: 'Write its words, or remove the marks #; a picture alone is not a heading.',
        });
      }
      const written = heading.depth;
      while ((open.at(-1)?.written ?? 0) >= written) open.pop();
      const level = (open.at(-1)?.level ?? 1) + 1;
      checkLevel(heading, level, file);
      heading.depth = Math.min(6, level) as Heading['depth'];
      open.push({ written, level });
    });
  };
}

/**
 * Reports a wrong level. `level` is the level as set, one below that of the heading above. Headings that moved down
 * together with one of the first level are not reported again.
 */
function checkLevel({ depth, position: at }: Heading, level: number, file: VFile): void {
  if (depth === 1) {
    report(file, 'heading-level', {
      at,
      found: 'A heading of the first level in the text; it is set as one of the second',
      expected: '## for the article’s sections',
      fix: 'The article’s title stands in the front matter; write ## here.',
    });
  } else if (depth > level) {
    report(file, 'heading-level', {
      at,
      found: `A heading of level ${depth} below one of level ${level - 1}; it is set as one of level ${level}`,
      expected: '#'.repeat(level),
    });
  }
}
