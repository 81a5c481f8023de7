import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shownMessages } from '../../../build/diagnostics/alike.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { readTerms } from '../../../build/theme/terms.ts';
import { toXhtml } from '../../../build/theme/xhtml.ts';

/*
 * One article in each language, cited in each style: expected/STYLE.LANG.html. `UPDATE=1` writes them again, to be
 * read: they are held against what the style guides say.
 */

const folder = fileURLToPath(new URL('.', import.meta.url));

/** An issue with one of the articles, whose journal names a style. */
async function citedIn(style: string, lang: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-cite-'));
  for (const name of [`${lang}.md`, 'works.bib'])
    await cp(`${folder}articles/${name}`, `${root}/manuscripts/1/${name}`);
  const journal = [
    'title: Cited',
    'short: cj',
    `lang: ${lang}`,
    'publisher: { name: The Tests }',
    'editors: [{ name: The Tester }]',
    `citation-style: ${style}`,
  ];
  await writeFile(`${root}/manuscripts/journal.yaml`, journal.join('\n'));
  await writeFile(
    `${root}/manuscripts/1/issue.yaml`,
    `volume: 1\nnumber: 1\ndate: 2015\ncontents: [{ articles: [${lang}.md] }]\n`,
  );
  const repository = await openRepository(root);
  const issue = await prepareIssue(await readIssue(repository, '1'), repository, await readTerms(repository));
  const [article] = issue.articles;
  const blocks = [
    ...(article?.body.children ?? []).map((block) => toXhtml(block as never)),
    ...(article?.notes ?? []).map(({ number, body }) => `${number} ${toXhtml(body)}`),
    ...issue.files.flatMap((file) =>
      shownMessages(file).map(({ message }) => `${message.line} ${message.ruleId} ${message.reason}`),
    ),
  ];
  // One entry a line, and no prefixes of ids.
  return `${blocks
    .join('\n')
    .replaceAll('</li><li', '</li>\n<li')
    .replace(/(?<=["#])(?:en|uk|ru|de|fr|pl)--/g, '')}\n`;
}

const styles: [name: string, ...langs: string[]][] = [
  ['chicago-notes-bibliography-subsequent-ibid', 'en', 'uk', 'ru', 'de', 'fr', 'pl'],
  ['chicago-author-date', 'en'],
  ['iso690-full-note-en', 'en'],
  ['apa', 'en', 'uk'],
  ['ieee', 'en'],
  ['dstu-8302-2015-notes', 'uk'],
  ['dstu-8302-2015-numeric', 'uk'],
  ['gost-r-7-0-5-2008', 'ru'],
  ['mhra-notes-subsequent-ibid', 'en'],
];

for (const [style, ...langs] of styles)
  for (const lang of langs)
    test(`${style}, ${lang}`, async () => {
      const path = `${folder}expected/${style}.${lang}.html`;
      const actual = await citedIn(style, lang);
      if (process.env.UPDATE) await writeFile(path, actual);
      assert.fixture(actual, await readFile(path, 'utf8'));
    });

test.run();
