import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A journal of one issue that has one article many times. */
export interface TrialJournal {
  root: string;
  issue: string;
  /** The paths of its manuscripts, in order. */
  manuscripts: string[];
  title: string;
  /** The text of each. */
  text: string;
}

/**
 * Makes a journal in a folder that does not exist yet: the first issue of another journal, with its longest article so
 * many times over and no other.
 */
export async function makeTrialJournal(from: string, times: number, root: string): Promise<TrialJournal> {
  const manuscripts = join(from, 'manuscripts');
  const issue = await firstIssue(manuscripts);
  const [source, target] = [join(manuscripts, issue), join(root, 'manuscripts', issue)];
  await mkdir(target, { recursive: true });
  await cp(join(manuscripts, 'journal.yaml'), join(root, 'manuscripts', 'journal.yaml'));
  const articles = (await readdir(source)).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(articles.map((name) => readFile(join(source, name), 'utf8')));
  const text = texts
    .sort((a, b) => b.length - a.length)[0]
    // References to other articles, which are left out.
    ?.replace(/\[([^\]]*)\]\([\w./-]+\.md[^)]*\)/g, (_, words: string) => words.replace('?', '7'));
  if (text === undefined) throw new Error(`${source} has no article`);
  for (const name of await readdir(source))
    if (!name.endsWith('.md')) await cp(join(source, name), join(target, name), { recursive: true });
  const names = Array.from({ length: times }, (_, i) => `article-${String(i + 1).padStart(2, '0')}.md`);
  for (const name of names) await writeFile(join(target, name), text);
  const facts = parse(await readFile(join(source, 'issue.yaml'), 'utf8')) as { title?: string };
  await writeFile(join(target, 'issue.yaml'), stringify({ ...facts, contents: [{ articles: names }] }));
  return { root, issue, manuscripts: names.map((name) => join(target, name)), title: facts.title ?? issue, text };
}

/** The name of the first issue in a folder of manuscripts. */
export async function firstIssue(manuscripts: string): Promise<string> {
  for (const name of (await readdir(manuscripts)).sort())
    if (existsSync(join(manuscripts, name, 'issue.yaml'))) return name;
  throw new Error(`${manuscripts} has no issue`);
}

/** Changes a word in the middle of the middle article, to another one for each round. */
export async function changeWord({ manuscripts, text }: TrialJournal, round: number): Promise<void> {
  await writeFile(manuscripts[Math.floor(manuscripts.length / 2)] ?? '', withWordChanged(text, round));
}

/** A text with another word of the text, equally long, in place of one in the middle of its longest paragraph. */
export function withWordChanged(text: string, round: number): string {
  const paragraphs = text.split('\n').filter((line) => /^[A-Z][a-z]+ /.test(line));
  const longest = paragraphs.sort((a, b) => b.length - a.length)[0] ?? '';
  const from = text.indexOf(longest) + Math.floor(longest.length / 2);
  const found = / ([a-z]{5,8})(?= )/.exec(text.slice(from));
  const word = found?.[1];
  if (!found || !word) throw new Error('the article has no paragraph to change a word in');
  const others = [...new Set(text.match(/(?<= )[a-z]{5,8}(?= )/g))].filter(
    (one) => one.length === word.length && one !== word,
  );
  const at = from + found.index + 1;
  return `${text.slice(0, at)}${others[round % others.length]}${text.slice(at + word.length)}`;
}
