import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import { type Said, saidSince, sayAgain } from '../diagnostics/said.ts';
import type { FrontMatter, Manuscript } from '../issue/model.ts';
import { frontMatterPlaceholder, placeholder } from '../issue/placeholders.ts';
import { frontMatterSchema } from '../issue/schema.ts';
import { validate } from '../settings/validate.ts';
import { readYaml } from '../settings/yaml.ts';
import { isOfThisMachine } from './checks/time-limit.ts';
import { liftFrontNotes } from './lift-front-notes.ts';
import { normalizeText, parseMarkdown } from './parse.ts';

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
  const lifted = front && { ...front, value: liftFrontNotes(front.value) };
  return { name, file, front: lifted ?? placeholder(file, frontMatterPlaceholder), body };
}

/** The part of a manuscript that is kept. */
interface KeptManuscript {
  front: FrontMatter;
  said: Said[];
}

/**
 * Reads a manuscript as {@link readManuscript} does, or takes its front matter from an earlier build; its text and the
 * places in its front matter are then read when they are asked for.
 */
export async function readOrFind(file: VFile, name: string, cache: Cache): Promise<Manuscript> {
  const text = String(file);
  if (cache === noCache || file.messages.length > 0) return readManuscript(file, name);
  const key = keyOf({ text, path: file.path, name });
  const found = await cache.find<KeptManuscript>('manuscript', key);
  if (!found) {
    const manuscript = readManuscript(file, name);
    const said = saidSince(file, 0);
    if (said.some(isOfThisMachine)) return manuscript;
    await cache.keep<KeptManuscript>('manuscript', key, { front: manuscript.front.value, said });
    return { ...manuscript, key };
  }
  file.value = normalizeText(text);
  sayAgain(file, found.said);
  let again: Manuscript | undefined;
  const whole = () => {
    // What is wrong has been said.
    again ??= readManuscript(new VFile({ path: file.path, cwd: file.cwd, value: text }), name);
    return again;
  };
  return {
    name,
    file,
    front: { value: found.front, file, at: (...path) => whole().front.at(...path) },
    get body() {
      return whole().body;
    },
    key,
  };
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
