import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Manuscript } from '../issue/model.ts';
import { frontMatterPlaceholder, placeholder } from '../issue/placeholders.ts';
import { frontMatterSchema } from '../issue/schema.ts';
import { validate } from '../issue/validate.ts';
import { readYaml } from '../issue/yaml.ts';
import { parseMarkdown } from './parse.ts';

/** Reads the front matter and body of a manuscript, and reports their faults. */
export function readManuscript(file: VFile, name: string): Manuscript {
  const broken = file.messages.length > 0;
  const tree = broken ? emptyTree() : parseMarkdown(file);
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    const unread = file.messages.length === 0 && reportFrontMatter(file);
    return { name, file, front: placeholder(file, frontMatterPlaceholder), body: unread ? emptyTree() : tree };
  }
  const yaml = readYaml(file, first.value, first.position?.start.line);
  const front = yaml && validate({ ...yaml, value: yaml.value ?? {} }, frontMatterSchema, frontMatterPlaceholder);
  const body: Root = { ...tree, children: tree.children.slice(1) };
  if (body.children.length === 0) {
    const line = (first.position?.end.line ?? 1) + 1;
    report(file, 'article-text', {
      at: { line, column: 1 },
      found: 'Nothing stands below the front matter',
      fix: 'Paste the article’s text, or take the file out of issue.yaml.',
    });
  }
  return { name, file, front: front ?? placeholder(file, frontMatterPlaceholder), body };
}

/**
 * Reports why a manuscript has no front matter. Returns true if the author tried to write it: its lines are then in the
 * text, which cannot be used.
 */
function reportFrontMatter(file: VFile): boolean {
  const text = String(file);
  const before = /^(\s*)---[ \t]*\r?\n/.exec(text)?.[1];
  const wrong = !text.trim()
    ? { found: 'The file is empty', fix: 'Write the article, or take the file out of issue.yaml.' }
    : before === undefined
      ? { found: 'There is no front matter', fix: 'Write it there; `offprint new article` makes a file that has one.' }
      : before === ''
        ? { found: 'The front matter is not closed', fix: 'Put a line --- below its last key.' }
        : { found: 'Something stands before the front matter', fix: 'Remove the empty lines and spaces before ---.' };
  report(file, 'front-matter', {
    at: { line: 1, column: 1 },
    expected: 'a line ---, the article’s title: and authors:, and a line ---, at the head of the file',
    ...wrong,
  });
  return before !== undefined;
}

function emptyTree(): Root {
  return { type: 'root', children: [] };
}
