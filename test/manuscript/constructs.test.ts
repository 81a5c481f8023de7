import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ElementContent } from 'hast';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { moreLikeIt, shownMessages } from '../../build/diagnostics/alike.ts';
import { levelOf } from '../../build/diagnostics/report.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { IndexEntry } from '../../build/issue/index-model.ts';
import type { Article, Issue, Phrase } from '../../build/issue/model.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';

/*
 * Each issue in fixtures/ tests one construct. Beside its manuscripts are expected.html, its HTML in type, and
 * expected.txt, its findings. `UPDATE=1` writes both again: read what changed, because they are the specification.
 */

const folder = fileURLToPath(new URL('fixtures', import.meta.url));
const repository = await openRepository(folder);
const terms = await readTerms(repository);

for (const name of await listIssues(repository)) {
  test(name, async () => {
    const source = await readIssue(repository, name);
    const issue = await prepareIssue(source, repository, terms);
    await compare(`${folder}/manuscripts/${name}/expected.html`, pages(issue));
    await compare(`${folder}/manuscripts/${name}/expected.txt`, said(issue));
  });
}

async function compare(path: string, actual: string): Promise<void> {
  if (process.env.UPDATE) await writeFile(path, actual);
  assert.fixture(actual, await readFile(path, 'utf8'));
}

/** The issue’s own texts, then every article, one block on a line; no-break spaces are made visible. */
function pages({ articles, phrases, sections, indexes = [] }: Issue): string {
  const lines = [
    ...set('theme', phrases.theme ? [phrases.theme] : []),
    ...set('topic', phrases.topics),
    ...set('publisher’s note', phrases.publishersNote ?? []),
    ...set(
      'section',
      sections.flatMap(({ title }) => title ?? []),
    ),
    ...articles.flatMap((article) => [...(articles.length > 1 ? [`<!-- ${article.name} -->`] : []), ...page(article)]),
    ...indexes.flatMap(({ id, groups }) => [
      '',
      `<!-- ${id} -->`,
      ...groups.flatMap(({ letter, entries }) => [
        `<!-- ${letter} -->`,
        ...entries.flatMap((entry) => entryLines(entry)),
      ]),
    ]),
  ];
  return visible(`${lines.join('\n').trim()}\n`);
}

/** An entry of an index, its places and references, and the entries below it. */
function entryLines({ phrase, places, see, seeAlso, entries }: IndexEntry, indent = ''): string[] {
  const all = [
    ...places.map(({ id, to, isNote }) => `${id}${to ? ` to ${to}` : ''}${isNote ? ' in a note' : ''}`),
    ...see.map(({ id }) => `see ${id}`),
    ...seeAlso.map(({ id }) => `see also ${id}`),
  ];
  const line = `${indent}<p>${toXhtml(phrase.tree)}</p>${all.length > 0 ? ` <!-- ${all.join(', ')} -->` : ''}`;
  return [line, ...entries.flatMap((entry) => entryLines(entry, `${indent}  `))];
}

function page({
  title,
  subtitle,
  abstract,
  translations,
  bios,
  body,
  notes,
  descriptions,
  headings,
}: Article): string[] {
  const block = (node: ElementContent): string => toXhtml(node);
  return [
    ...set('title', [title]),
    ...set('subtitle', subtitle ? [subtitle] : []),
    ...set('abstract', abstract),
    ...translations.flatMap((translation) => [
      ...set(`title in ${translation.lang}`, translation.title ? [translation.title] : []),
      ...set(`abstract in ${translation.lang}`, translation.abstract),
      `<!-- keywords in ${translation.lang} --> ${translation.keywords.join(', ')}`,
    ]),
    ...set('about the author', bios),
    '',
    ...(body.children as ElementContent[]).map(block),
    '',
    ...notes.map(({ number, id, calls, body }) =>
      [`<!-- note ${number}: ${id}, called at ${calls.join(', ')} -->`, ...body.map(block)].join('\n'),
    ),
    ...(descriptions ?? []).map((one) => [`<!-- description of ${one.figure} -->`, ...one.body.map(block)].join('\n')),
    ...(headings.length > 0 ? ['<!-- headings -->'] : []),
    ...headings.map(({ id, level, title }) => `${level} ${id} ${title.text}`),
    '',
  ];
}

function set(name: string, phrases: readonly Phrase[]): string[] {
  return phrases.map(({ tree }) => `<!-- ${name} --> ${toXhtml(tree)}`);
}

/** The diagnostics of every file that has any. */
function said({ files }: Issue): string {
  return files
    .filter((file) => file.messages.length > 0)
    .map((file) => {
      const lines = shownMessages(file).map(({ message, others }) =>
        [
          `${message.line}:${message.column} ${levelOf(message)} ${message.ruleId} ${message.reason}`,
          ...(message.expected?.length ? [`  expected ${message.expected.join(', ')}`] : []),
          ...(message.note ? [`  → ${message.note}`] : []),
          ...(others.length > 0 ? [`  ${moreLikeIt(message.line, others)}`] : []),
        ].join('\n'),
      );
      return visible(`${file.basename}\n${lines.join('\n')}\n`);
    })
    .join('\n');
}

function visible(text: string): string {
  return text
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('\u202f', '&nnbsp;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\u00ad', '&shy;');
}

test.run();
