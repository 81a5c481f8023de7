import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { applyAttributes } from './apply-attributes.ts';
import { takeTrailingAttributes } from './attributes.ts';

/** Takes the attributes off a heading’s end, `## Words {#sec-x}`, and holds the levels to an outline. */
export function readHeadings() {
  return (tree: Root, file: VFile): void => {
    let level = 1;
    visit(tree, 'heading', (heading) => {
      const attributes = takeTrailingAttributes(heading.children, file);
      if (attributes) applyAttributes(heading, attributes, file);
      if (textOf(heading).trim() === '') {
        report(file, 'heading-text', {
          at: heading.position,
          found: 'A heading without words',
          fix: 'Write its words, or remove the marks #.',
        });
      }
      checkLevel(heading, level, file);
      level = heading.depth;
    });
  };
}

function checkLevel(heading: Heading, before: number, file: VFile): void {
  const at = heading.position;
  if (heading.depth === 1) {
    report(file, 'heading-level', {
      at,
      found: 'A heading of the first level in the text; it is set as one of the second',
      expected: '## for the article’s sections',
      fix: 'The article’s title stands in the front matter; write ## here.',
    });
    heading.depth = 2;
  } else if (heading.depth > before + 1) {
    report(file, 'heading-level', {
      at,
      found: `A heading of level ${heading.depth} below one of level ${before}`,
      expected: `level ${before + 1}: ${'#'.repeat(before + 1)}`,
    });
  }
}
