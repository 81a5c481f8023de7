import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import type { PrintedIssue } from '../../build/pdf/make-print.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { generateJournal } from './generate.ts';

/*
 * Five hundred made-up articles through make-up: no word is lost, every note begins on the page of its call, nothing goes beyond its place. The house
 * styles, and one that is made up here: three columns with notes under each.
 */

const chrome = await startChrome();
const work = await mkdtemp(join(tmpdir(), 'offprint-pages-'));
test.after(async () => {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
});

/** What was reported, apart from lines: words of syllables make no even lines. */
async function print(
  seed: number,
  articles: number,
  style: string,
  css = '',
): Promise<{ printed: PrintedIssue; said: string[] }> {
  const root = join(work, `${style}-${seed}`);
  await generateJournal(root, { seed, articles });
  if (css) {
    await mkdir(join(root, 'styles'));
    await writeFile(join(root, 'styles', `${style}.css`), css);
  }
  const repository = await openRepository(root);
  const theme = await openTheme(repository);
  const issue = await prepareIssue(await readIssue(repository, '1'), repository, theme.terms);
  const printed = await makePrint(chrome, issue, await readStyle(repository, style, 'print'), theme);
  const said = issue.files.flatMap((file) =>
    file.messages
      .filter(({ ruleId }) => !ruleId?.startsWith('line-'))
      .map(
        (message) =>
          `${message.fatal ? 'error' : 'warning'} ${message.ruleId} ${message.file}:${message.line}: ${message.reason}`,
      ),
  );
  return { printed, said };
}

/** Warnings tell what could not be helped, and must stay few. */
function check({ printed, said }: { printed: PrintedIssue; said: string[] }, pages: number): void {
  assert.equal(
    said.filter((one) => one.startsWith('error')),
    [],
  );
  assert.ok(said.length <= printed.pages.count / 100 + 2, said.join('\n'));
  assert.is(printed.pages.misplaced, 0);
  assert.ok(printed.pages.foliosHold);
  assert.ok(printed.pages.count > pages, String(printed.pages.count));
}

test('two hundred and fifty articles in two columns', async () => check(await print(6, 250, 'quarterly'), 400));

test('two hundred articles in one column', async () => check(await print(7, 200, 'essay'), 400));

test('fifty articles in three columns, notes under each, on a page of another size', async () => {
  const css =
    ':root { --page-width: 210mm; --page-height: 280mm; --columns: 3; --column-gap: 4mm; --lines: 51; --notes-at: column; }';
  check(await print(8, 50, 'three', css), 60);
});

test.run();
