import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { asciiName } from '../issue/ascii-name.ts';
import { listIssues } from '../issue/read.ts';
import { offprintRoot, openRepository, type Repository } from '../repository.ts';
import { openTemplates } from '../templates.ts';
import { repositoryOf } from './options.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface NewOptions {
  root: string;
  issue?: string;
}

/** `offprint new journal|issue|article`: writes the files that an editor begins with, and overwrites none. */
export async function newCommand(what: string, name: string | undefined, options: NewOptions): Promise<Exit> {
  if (what === 'journal') await newJournal(name, options);
  else if (what === 'issue') await newIssue(name, await repositoryOf(options));
  else if (what === 'article') await newArticle(name, options, await repositoryOf(options));
  else throw new UsageError(`There is no \`new ${what}\`. There are: new journal, new issue, new article.`);
  return exit.done;
}

async function newJournal(name: string | undefined, { root }: NewOptions): Promise<void> {
  const folder = resolve(root, name ? asciiName(name) : '.');
  const title = name ?? basename(folder);
  const short =
    title.split(/\s+/).length > 2
      ? title
          .split(/\s+/)
          .map((word) => word[0]?.toUpperCase())
          .join('')
      : title;
  await mkdir(folder, { recursive: true });
  const repository = await openRepository(folder);
  const path = 'manuscripts/journal.yaml';
  const data = {
    title: JSON.stringify(title),
    short: JSON.stringify(short),
    slug: asciiName(short),
    schema: schemaFor(repository, path, 'journal'),
  };
  await write(repository, path, await openTemplates(repository).render('new/journal.yaml.ejs', data));
  await write(repository, '.gitignore', 'dist/\nnode_modules/\n', 'keep');
  say(`Fill in ${path}, then: offprint new issue 2026-1${name ? ` --root ${relative(process.cwd(), folder)}` : ''}`);
}

async function newIssue(name: string | undefined, repository: Repository): Promise<void> {
  const newest = (await listIssues(repository)).sort(byNumbers).at(-1);
  const issue = name ?? (newest && following(newest));
  if (!issue) throw new UsageError('Name the issue, e.g. `offprint new issue 2026-1`.');
  if (!/^[\p{L}\d][\p{L}\d._-]*$/u.test(issue))
    throw new UsageError(`"${issue}" cannot name a folder. Use letters, digits and hyphens, e.g. 2026-1.`);
  const [year = '2026', number = '1'] = issue.match(/\d+/g) ?? [];
  const path = `manuscripts/${issue}/issue.yaml`;
  const data = {
    volume: 1,
    number: Number(number),
    date: year.length === 4 ? year : 2026,
    article: 'first-article.md',
    schema: schemaFor(repository, path, 'issue'),
  };
  await write(repository, path, await openTemplates(repository).render('new/issue.yaml.ejs', data));
  await write(repository, `manuscripts/${issue}/first-article.md`, await articleText(repository, 'The first article'));
}

async function newArticle(title: string | undefined, options: NewOptions, repository: Repository): Promise<void> {
  if (!title) throw new UsageError('Name the article by its title, e.g. `offprint new article "On Footnotes"`.');
  const issues = (await listIssues(repository)).sort(byNumbers);
  const issue = options.issue ?? issues.at(-1);
  if (!issue || !issues.includes(issue))
    throw new UsageError(
      issue
        ? `There is no issue ${issue}. There are: ${issues.join(', ')}.`
        : 'There is no issue yet: `offprint new issue 2026-1`.',
    );
  const file = `${asciiName(title) || 'article'}.md`;
  await write(repository, `manuscripts/${issue}/${file}`, await articleText(repository, title));
  await list(join(repository.root, 'manuscripts', issue, 'issue.yaml'), file);
}

function articleText(repository: Repository, title: string): Promise<string> {
  return openTemplates(repository).render('new/article.md.ejs', { title: JSON.stringify(title) });
}

/** Adds an article to the last section of an issue.yaml, and leaves its comments as they are. */
async function list(path: string, article: string): Promise<void> {
  const document = parseDocument(await readFile(path, 'utf8'));
  const sections = document.get('contents');
  const last = isSeq(sections) ? sections.items.at(-1) : undefined;
  const articles = isMap(last) ? last.get('articles') : undefined;
  if (document.errors.length > 0 || !isSeq(articles)) {
    say(`Add ${article} under contents: in ${relative(process.cwd(), path)}`);
    return;
  }
  articles.add(document.createNode(article));
  await writeFile(path, document.toString({ lineWidth: 0 }));
  say(`added to ${relative(process.cwd(), path)}`);
}

async function write(
  repository: Repository,
  path: string,
  text: string,
  existing: 'refuse' | 'keep' = 'refuse',
): Promise<void> {
  const full = join(repository.root, path);
  const there = await access(full).then(
    () => true,
    () => false,
  );
  if (there && existing === 'keep') return;
  if (there) throw new UsageError(`${path} is there already; nothing was changed.`);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
  say(`made ${relative(process.cwd(), full) || full}`);
}

/** Where an editor program finds the JSON Schema, from the file it is for. */
function schemaFor(repository: Repository, path: string, name: string): string {
  return relative(
    dirname(join(repository.root, path)),
    join(offprintRoot, 'build', 'schemas', `${name}.schema.json`),
  ).replaceAll('\\', '/');
}

function following(issue: string): string | undefined {
  const match = /^(.*?)(\d+)$/.exec(issue);
  return match ? `${match[1]}${Number(match[2]) + 1}` : undefined;
}

/** 2026-2 before 2026-10. */
function byNumbers(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'))) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
