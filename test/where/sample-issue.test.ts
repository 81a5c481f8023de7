import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import type { PageRecord, RecordPlace } from '../../build/record/schema.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { type LinePlace, placeOfLine, type ReadArticle } from '../../build/where/place-of-line.ts';
import { offprint } from '../cli/offprint.ts';
import { kept } from '../run/kept.ts';

const issueName = '2026-1';
const built = await kept([join(offprintRoot, 'manuscripts')], 'screen', async (out) => {
  const { code, stderr } = await offprint(['build', '--only', 'screen', '--out', out, '--quiet'], offprintRoot);
  assert.is(code, 0, stderr);
});
const record: PageRecord = JSON.parse(await readFile(join(built, issueName, 'pages.json'), 'utf8'));
const repository = await openRepository(offprintRoot);
const { articles } = await prepareIssue(
  await readIssue(repository, issueName),
  repository,
  await readTerms(repository),
);
const articleOf = (id: string) => articles.find((one) => one.id === id) as ReadArticle;

test('every place at which the record has a column or a note begin is found in it', () => {
  let count = 0;
  for (const { index, columns, notes } of record.pages)
    for (const [i, place] of [...columns, ...notes].entries()) {
      const point = sourceOf(place);
      if (!point) continue;
      count++;
      const found = placeOfLine(articleOf(place.article), record, point);
      assert.is(found?.index, index, `${place.text}: ${JSON.stringify(found)}`);
      if (place.note) assert.ok(found?.note);
      else assert.is(found?.column, place.number ?? i + 1, `${place.text}: ${JSON.stringify(found)}`);
      // A place may begin with a sign that is a word of its own, as the dash of a list in code.
      assert.ok(
        lettersOf(found?.words ?? '').includes(lettersOf(place.text).slice(-8)),
        `${place.text}: ${found?.words}`,
      );
    }
  assert.ok(count > 100, `${count} places`);
});

test('the line before the beginning of a column is in that column, or an earlier one', () => {
  const order = ({ index, column = 0 }: LinePlace) => index * 10 + column;
  for (const { columns } of record.pages)
    for (const place of columns) {
      const point = sourceOf(place);
      if (!point) continue;
      const found = placeOfLine(articleOf(place.article), record, point);
      const before = placeOfLine(articleOf(place.article), record, { line: point.line - 1 });
      // A figure may stand on a later page than the text around it.
      if (!found || !before || before.column === undefined || before.isFront) continue;
      assert.ok(order(before) <= order(found), `${place.article}:${point.line}`);
    }
});

test('lines of one article go forwards, but for notes and figures', () => {
  for (const article of articles) {
    let last: LinePlace | undefined;
    const lines = String(article.file).split('\n');
    for (let line = 1; line <= lines.length; line++) {
      const found = placeOfLine(article, record, { line });
      assert.ok(found);
      if (found.note !== undefined || found.column === undefined) continue;
      if (/^(!\[|\||Table:)/.test(lines[found.line - 1] ?? '')) continue;
      if (last)
        assert.ok(found.index > last.index || (found.column >= (last.column ?? 0) && found.index === last.index));
      last = found;
    }
  }
});

/**
 * The point in the manuscript at which the words of a place stand, found by their letters alone; undefined for a place
 * that is in no manuscript, and for words of which some are in none.
 */
function sourceOf({ article, line: from, text }: RecordPlace): { line: number; column: number } | undefined {
  if (from === undefined) return undefined;
  const lines = String(articleOf(article).file).split('\n');
  const wanted = lettersOf(text).slice(0, 25);
  for (let line = from; line <= from + 30; line++) {
    const own = lines[line - 1] ?? '';
    for (let at = 0; at < own.length; at++) {
      if (!/[\p{L}\p{N}]/u.test(own[at] ?? '')) continue;
      const rest = [own.slice(at), ...lines.slice(line, line + 3)].join(' ');
      if (lettersOf(rest.replace(/(?<=\S)\[\^[^\]]*\]/g, '')).startsWith(wanted)) return { line, column: at + 1 };
    }
  }
  return undefined;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

test.run();
