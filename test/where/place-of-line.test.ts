import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../build/disk/repository.ts';
import type { PageRecord } from '../../build/record/schema.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { placeOfLine } from '../../build/where/place-of-line.ts';
import { readArticle } from '../../build/where/read-article.ts';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { makeMarkedJournal, marksIn } from './marked-journal.ts';

/* What is said of lines is compared with the finished PDF: every line of these manuscripts has a word of its own. */

const root = await emptyFolder();
await makeMarkedJournal(root);
const { code, stderr } = await offprint(['build', '--only', 'screen', '--quiet'], root);
assert.is(code, 0, stderr);
const marks = await marksIn(await readFile(join(root, 'dist/2026-1/marks-2026-1-screen.pdf')));
const record: PageRecord = JSON.parse(await readFile(join(root, 'dist/2026-1/pages.json'), 'utf8'));
const repository = await openRepository(root);
const terms = await readTerms(repository);

for (const name of ['one', 'two']) {
  const path = `manuscripts/2026-1/${name}.md`;
  const read = await readArticle(repository, '2026-1', path, terms);
  if (!read) throw new Error(`${path} is not read`);
  const lines = String(read.article.file).split('\n');

  test(`${name}: every line with a printed mark is where the PDF has the mark`, () => {
    const kinds = new Map<string, number>();
    for (const [i, text] of lines.entries())
      for (const { 0: mark, index } of text.matchAll(/\bM\d+\b/g)) {
        const printed = marks.get(mark);
        const found = placeOfLine(read.article, record, { line: i + 1, column: index + 1 });
        if (!printed || !found) {
          assert.match(text, '<!--', `${mark} is not in the PDF`);
          continue;
        }
        const told = `${path}:${i + 1} ${mark} is ${JSON.stringify(printed)}, said to be ${JSON.stringify(found)}`;
        assert.is(found.index, printed.page, told);
        assert.ok(found.words.startsWith(mark), told);
        if (found.note === undefined) assert.is(found.column, printed.half === 'left' ? 1 : 2, told);
        const kind = found.note === undefined ? (/^\s*([-#>|\d]|Table:|)/.exec(text)?.[1] ?? '') : 'note';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    for (const kind of ['', '#', '>', '|', '-', 'note', 'Table:'])
      assert.ok((kinds.get(kind) ?? 0) >= 2, `${kind}: too few`);
  });

  test(`${name}: what is not printed is where the next printed line is`, () => {
    for (const [i, text] of lines.entries()) {
      if (!/^(<!--|:::|$|\|---)/.test(text) || i < 7) continue;
      const next = lines.findIndex((line, j) => j > i && !/^(>?\s*$|<!--|:::|\|---)/.test(line));
      const found = placeOfLine(read.article, record, { line: i + 1 });
      if (next < 0 || !found) continue;
      assert.is(found.line, next + 1, `${path}:${i + 1}: ${JSON.stringify(found)}`);
    }
  });

  test(`${name}: front matter is where the article begins`, () => {
    const first = record.articles.find(({ id }) => id === name);
    for (const line of [1, 2, 6]) {
      const found = placeOfLine(read.article, record, { line });
      assert.is(found?.index, first?.firstIndex);
      assert.is(found?.isFront, true);
    }
  });
}

test('an article that the record does not have is nowhere', async () => {
  const read = await readArticle(repository, '2026-1', 'manuscripts/2026-1/one.md', terms);
  assert.ok(read);
  assert.is(placeOfLine({ ...read.article, id: 'other' }, record, { line: 9 }), undefined);
});

test.run();
