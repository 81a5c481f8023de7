import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { checkEpub } from '../../build/check/epub.ts';
import { pack } from '../../build/epub/package/pack.ts';
import { TemplateError } from '../../build/theme/templates.ts';
import { make } from './make.ts';
import { minimalIssue } from './sample.ts';

test('a template whose result is not well-formed is named', async () => {
  const root = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    await mkdir(join(root, 'templates/epub'), { recursive: true });
    await writeFile(
      join(root, 'templates/epub/colophon.ejs'),
      '<html xmlns="http://www.w3.org/1999/xhtml">\n<p>open</html>',
    );
    await make(minimalIssue(), 'quarterly', root);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, TemplateError);
    assert.match(
      (error as TemplateError).message,
      /^templates\/epub\/colophon.ejs:1: Not well-formed XML: Missing end tag for element p. Line 2 of the result: <p>open/,
    );
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a character that XML does not allow is reported, not packed', async () => {
  const issue = minimalIssue();
  const [article] = issue.articles;
  article?.body.children.push({ type: 'text', value: 'a\ufffeb' });
  try {
    await make(issue);
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, /^templates\/epub\/article.ejs:1: Not well-formed XML: Invalid character/);
  }
});

const broken = {
  opf: '<package/>',
  ncx: '<ncx/>',
  css: 'p {}',
  documents: [{ path: 'toc.xhtml', text: '<html/>' }],
  others: [],
  modified: new Date(Date.UTC(2026, 0, 1)),
};

test('what a validator finds is reported with its place', async () => {
  const file = new VFile({ path: 'broken.epub' });
  await checkEpub(await pack(broken), file);
  const [first] = file.messages;
  assert.is(first?.ruleId, 'epub-valid');
  assert.is(first?.fatal, true);
  assert.match(String(first?.reason), /content.opf.*\(OPF-\d+\)|\(\w+-\d+\)$/);
});

test('without Java, EPUBCheck is reported as skipped', async () => {
  const file = new VFile({ path: 'broken.epub' });
  const path = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    await checkEpub(await pack(broken), file, { validators: {} });
  } finally {
    process.env.PATH = path;
  }
  const skipped = file.messages.filter(({ fatal }) => fatal === undefined).map(({ reason }) => reason);
  assert.equal(skipped, ['EPUBCheck was skipped: there is no Java', 'Ace was skipped: there is no browser']);
});

test('no file overwrites another, and none is empty', async () => {
  for (const [others, reason] of [
    [[{ path: 'OEBPS/style.css', data: 'x' }], /Two files of the EPUB are called OEBPS\/style.css/],
    [[{ path: 'OEBPS/images/x.png', data: new Uint8Array() }], /images\/x.png of the EPUB is empty/],
  ] as const) {
    try {
      await pack({ ...broken, others: [...others] });
      assert.unreachable();
    } catch (error) {
      assert.match((error as Error).message, reason);
    }
  }
});

test.run();
