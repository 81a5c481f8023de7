import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { generateJournal } from '../pages/generate.ts';
import { printAndBind } from './printed.ts';
import { unzip } from './unzip.ts';

/*
 * Marks the pages of made-up articles, in which they begin in every kind of place: in lists, tables, code and
 * quotations, in notes, in openings that fill a page, in the middle of a page where articles run on.
 */

const chrome = await startChrome();
const work = await mkdtemp(join(tmpdir(), 'offprint-epub-'));
test.after(async () => {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
});

const styles: Record<string, string> = {
  'run-on': '.article { --begins: run-on; }',
  small: ':root { --page-width: 120mm; --page-height: 150mm; --columns: 1; --lines: 22; --note-columns: 1; }',
};

for (const [i, [name, css]] of Object.entries(styles).entries()) {
  test(`every page of made-up articles is marked, before its first words: ${name}`, async () => {
    const root = join(work, name);
    await generateJournal(root, { seed: 33 + i, articles: 24 });
    if (css) {
      await mkdir(join(root, 'styles'));
      await writeFile(join(root, 'styles', `${name}.css`), css);
    }
    const { bound, record, pages } = await printAndBind(chrome, root, '1', name);
    assert.equal(bound.unmarked, []);
    const text = unzip(bound.epub)
      .filter(({ path }) => path.endsWith('.xhtml'))
      .map(({ data }) => data.toString('utf8'))
      .join('');
    const wanted = record.pages.filter(({ folio, of }) => folio && of !== 'blank');
    for (const { folio, index, of, columns } of wanted) {
      const after = text.split(`id="page-${folio}"`);
      assert.is(after.length, 2, `page ${folio} (${of}) is marked ${after.length - 1} times`);
      if (!record.articles.some(({ id }) => id === of) || !columns[0]?.line || record.pages[index - 2]?.of !== of)
        continue;
      const words = (after[1] ?? '')
        .slice(0, 4000)
        .replace(/^[^>]*>/, '')
        .replace(/<a [^>]*noteref[^>]*>\d+<\/a>/g, '');
      const [first = ''] = words
        .replace(/<(?=\/?(?:p|li|h\d|td|tr|div|section)\b)/g, ' <')
        .replace(/<[^>]*>/g, '')
        .trim()
        .split(/\s+/);
      const rest = lettersOf(first.slice(columns[0]?.line ? columns[0].letters : 0));
      assert.ok(lettersOf(pages.survey.pages[index - 1] ?? '').includes(rest), `page ${folio}: ${first}`);
      if (columns[0]?.line && columns[0].text)
        assert.is(rest, lettersOf(columns[0].text.split(' ')[0] ?? ''), `page ${folio}`);
    }
  });
}

function lettersOf(text: string): string {
  return text.replace(/&[#\w]+;/g, '').replace(/[^\p{L}]/gu, '');
}

test.run();
