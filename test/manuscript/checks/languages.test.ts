import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../../build/disk/repository.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { readTerms } from '../../../build/theme/terms.ts';
import { emptyFolder } from '../../cli/folders.ts';

/** The findings on an issue’s languages: of a journal in one, with an article in another. */
async function said(
  journal: string,
  article: string,
  text = 'Words.',
  templates: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const root = await emptyFolder();
  await mkdir(join(root, 'manuscripts/1'), { recursive: true });
  await mkdir(join(root, 'templates/languages'), { recursive: true });
  for (const [name, own] of Object.entries(templates)) await writeFile(join(root, 'templates', name), own);
  const settings = `title: T\nshort: t\nlang: ${journal}\npublisher:\n  name: P\neditors:\n  - name: E\n`;
  await writeFile(join(root, 'manuscripts/journal.yaml'), settings);
  await writeFile(
    join(root, 'manuscripts/1/issue.yaml'),
    'volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles: [a.md]\n',
  );
  await writeFile(
    join(root, 'manuscripts/1/a.md'),
    `---\ntitle: T\nlang: ${article}\nauthors:\n  - name: A\n---\n\n${text}\n`,
  );
  const repository = await openRepository(root);
  const source = await readIssue(repository, '1');
  await prepareIssue(source, repository, await readTerms(repository));
  return source.files.flatMap((file) =>
    file.messages.map(
      ({ line, column, fatal, reason, ruleId }) =>
        `${file.basename}:${line}:${column} ${fatal ? 'error' : 'warning'} ${reason} [${ruleId}]`,
    ),
  );
}

test('languages that are known whole', async () => {
  for (const lang of [
    'en',
    'en-US',
    'uk',
    'ru',
    'de-CH',
    'fr',
    'pl',
    'pt-BR',
    'sr-Latn',
    'grc',
    'el-polyton',
    'eo',
    'be',
  ])
    assert.equal(await said('en', lang), [], lang);
});

test('what a language lacks is told at its line, and is not where the journal gives it', async () => {
  const warnings = 'no words (“Keywords”, “Figure”), no quotation marks and no hyphenation here yet [language-whole]';
  assert.equal(await said('cy', 'gd'), [
    `journal.yaml:3:7 warning Welsh (cy) has ${warnings}`,
    `a.md:3:7 warning Scottish Gaelic (gd) has ${warnings}`,
  ]);
  const whole =
    'name: Esperanto\nbase: eo\nsources: { we: Ourselves }\nhyphenation: { patterns: none, before: 2, after: 2, source: we }\n';
  assert.match(
    (await said('en', 'eo', 'Words.', { 'languages/eo.yaml': whole }))[0] ?? '',
    /^a\.md:3:7 warning Esperanto \(eo\) has no hyphenation here yet/,
  );
  assert.match(
    (await said('en', 'cy', 'Words.', { 'terms.yaml': 'cy:\n  keywords: Geiriau allweddol\n' }))[0] ?? '',
    /Welsh \(cy\) has no quotation marks and no hyphenation/,
  );
  assert.equal(await said('cs', 'cs'), []);
  const own = 'name: Welsh\nsources: { we: Ourselves }\nwords: { keywords: Geiriau allweddol, source: we }\n';
  assert.match(
    (await said('cy', 'cy', 'Words.', { 'languages/cy.yaml': own }))[0] ?? '',
    /Welsh \(cy\) has no words for the pages of the issue itself/,
  );
});

test('what the language of words in a text lacks is told once, at the first of them', async () => {
  assert.equal(await said('en', 'en', 'A [gair Cymraeg]{lang=cy}, a [gair]{lang=cy} and [słowo]{lang=pl}.'), [
    'a.md:8:3 warning Welsh (cy) has no quotation marks and no hyphenation here yet [language-whole]',
  ]);
});

test('an article from right to left is refused, unless its script is another; words in a text are set', async () => {
  for (const lang of ['he', 'ar-EG', 'fa', 'yi', 'ks', 'az-Arab'])
    assert.match(
      (await said('en', lang))[0] ?? '',
      /^a\.md:3:7 error .* is written from right to left, which .* \[language-direction\]$/,
    );
  for (const lang of ['yi-Latn', 'az', 'ku']) assert.not.match((await said('en', lang))[0] ?? '', 'right to left');
  const words = await said('en', 'en', 'The *word* שלום עולם here.\n\nAnd [محمد]{lang=ar}.[^1]\n\n[^1]: שלום.');
  assert.equal(words, []);
});

test('a tag that is none', async () => {
  for (const lang of ['english', 'en-a1', 'en_GB', 'EN', 'de-1', 'uk-ua-ru-x'])
    assert.match((await said('en', lang)).join(), /"lang" is "[^"]+" \[value-form\]/, lang);
  assert.match((await said('en', 'en', '[Wort]{lang=de-1}')).join(), /The language "de-1"/);
});

test.run();
