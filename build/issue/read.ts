import type { Root } from 'mdast';
import type * as v from 'valibot';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { parseMarkdown } from '../manuscript/parse.ts';
import { type Repository, resolveFrom } from '../repository.ts';
import { asciiName } from './ascii-name.ts';
import type { IssueSource, Located, Manuscript } from './model.ts';
import type { SettingsSchema } from './salvage.ts';
import {
  type FrontMatter,
  frontMatterSchema,
  type IssueFacts,
  issueSchema,
  type JournalFacts,
  journalSchema,
} from './schema.ts';
import { readTextFile } from './text-file.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** Names of the folders in manuscripts/ that hold an issue.yaml, sorted. */
export async function listIssues(repository: Repository): Promise<string[]> {
  const folders = (await repository.list('manuscripts')).filter((name) => name.endsWith('/'));
  const issues: string[] = [];
  for (const folder of folders) {
    if ((await repository.list(`manuscripts/${folder}`)).includes('issue.yaml')) issues.push(folder.slice(0, -1));
  }
  return issues;
}

/**
 * Reads an issue: the journal's facts, its own, and every manuscript that its contents list. Faults are diagnostics on `files`; where
 * facts cannot be read a placeholder stands in for them, so that the rest is checked all the same and no fault hides another.
 */
export async function readIssue(repository: Repository, folder: string): Promise<IssueSource> {
  const base = `manuscripts/${folder}`;
  const journal = await readSettings(repository, 'manuscripts/journal.yaml', journalSchema, journalPlaceholder);
  const facts = await readSettings(repository, `${base}/issue.yaml`, issueSchema, issuePlaceholder);
  const contentsHold = facts.file.messages.length === 0;
  const files = [journal.file, facts.file];
  const sections: IssueSource['sections'] = [];
  const seen = new Map<string, string>();
  for (const [s, section] of facts.value.contents.entries()) {
    const manuscripts: Manuscript[] = [];
    for (const [a, name] of section.articles.entries()) {
      const at = facts.at('contents', s, 'articles', a);
      const path = resolveFrom(`${base}/issue.yaml`, name);
      if (seen.has(path)) {
        report(facts.file, 'article-once', {
          at,
          found: `${name} is listed twice`,
          fix: 'Remove one of the two lines.',
        });
        continue;
      }
      const file = await readTextFile(repository, path, { file: facts.file, at });
      if (!file) continue;
      files.push(file);
      const manuscript = readManuscript(file, uniqueName(path, seen));
      manuscripts.push(manuscript);
    }
    sections.push({ ...(section.section ? { title: section.section } : {}), manuscripts });
  }
  if (contentsHold) await reportUnlisted(repository, base, seen, facts);
  return { folder, slug: asciiName(`${journal.value.short}-${folder}`), journal, facts, sections, files };
}

/** Front matter and body of a manuscript; reports what is wrong with them. */
function readManuscript(file: VFile, name: string): Manuscript {
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

async function readSettings<S extends SettingsSchema>(
  repository: Repository,
  path: string,
  schema: S,
  instead: v.InferOutput<S>,
): Promise<Located<v.InferOutput<S>>> {
  const missing = new VFile({ path, cwd: repository.root });
  const file = await readTextFile(repository, path, { file: missing });
  if (!file) return placeholder(missing, instead);
  if (file.messages.length > 0) return placeholder(file, instead);
  const yaml = readYaml(file, String(file));
  return yaml ? validate({ ...yaml, value: yaml.value ?? {} }, schema, instead) : placeholder(file, instead);
}

async function reportUnlisted(
  repository: Repository,
  base: string,
  seen: Map<string, string>,
  facts: Located<IssueFacts>,
): Promise<void> {
  for (const name of await repository.list(base)) {
    if (!name.endsWith('.md') || seen.has(`${base}/${name}`) || name.toLowerCase() === 'readme.md') continue;
    report(facts.file, 'article-listed', {
      at: facts.at('contents'),
      found: `${name} stands in the folder, but not in the contents`,
      fix: `Add it under contents:, or move it out of ${base}/.`,
    });
  }
}

/** The article's name in every edition: ASCII, and no other article's. */
function uniqueName(path: string, seen: Map<string, string>): string {
  const stem = asciiName(path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '')) || 'article';
  const taken = new Set(seen.values());
  let name = stem;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
  seen.set(path, name);
  return name;
}

/** Says why a manuscript has no front matter. Returns whether it was tried, so that its lines stand in the text and spoil it. */
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

function placeholder<T>(file: VFile, value: T): Located<T> {
  return { value, file, at: () => undefined };
}

function emptyTree(): Root {
  return { type: 'root', children: [] };
}

const journalPlaceholder: JournalFacts = {
  title: '?',
  short: 'journal',
  lang: 'en',
  publisher: { name: '?' },
  editors: [{ name: '?' }],
  style: 'quarterly',
};
const issuePlaceholder: IssueFacts = { volume: '?', number: '?', date: '2000', contents: [], 'first-page': 1 };
const frontMatterPlaceholder: FrontMatter = { title: '?', kind: 'article', authors: [{ name: '?' }] };
