import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOfLanguage } from '../../build/languages/language-words.ts';
import { houseLanguages, type Language, languageFor } from '../../build/languages/languages.ts';
import { withNumber } from '../../build/text/number-label.ts';
import { type PageOfLiterature, readPages } from '../bench/languages/page-of-literature.ts';
import { linesOfArticles } from '../bench/languages/set-languages.ts';
import { offprint } from '../cli/offprint.ts';

/*
 * A page of literature in each language: texts in the public domain, typed with straight quotation marks, with a note
 * and a table. What holds is read from the finished PDF: marks, labels, and that no line ends with a word that has to
 * stay with the next.
 */

const pages = await readPages();
const work = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(work, { recursive: true, force: true }));

for (const style of ['quarterly', 'essay'])
  test(`a page in each language has its marks, its labels and its lines: ${style}`, async () => {
    const root = join(work, style);
    await cp(join(import.meta.dirname, 'many-languages'), root, { recursive: true });
    const settings = join(root, 'manuscripts', 'journal.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^style: .*$/m, `style: ${style}`));
    const { code, stdout, stderr } = await offprint(['build', '--only', 'screen', '--json'], root);
    assert.is(code, 0, stderr || stdout);
    const rules = JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule);
    assert.equal(
      rules.filter((rule: string) => rule !== 'line-stretched'),
      [],
    );
    const folder = join(root, 'dist', '2026-1');
    const name = (await readdir(folder)).find((one) => one.endsWith('-screen.pdf')) ?? '';
    const articles = await linesOfArticles(await readFile(join(folder, name)), pages);
    assert.is(articles.length, pages.length);
    for (const [i, page] of pages.entries()) checkPage(page, articles[i]?.map(({ text }) => text) ?? []);
  });

function checkPage(page: PageOfLiterature, lines: readonly string[]): void {
  const { tag, title, author } = page;
  const language = languageFor(houseLanguages, tag) as Language;
  const text = spaceless(lines.join(' '));
  const { outer, inner } = language.quotes ?? { outer: ['', ''], inner: ['', ''] };
  const [opening, closing] = outer.map(spaceless) as [string, string];
  assert.not.match(text, /["']/, `${tag}: a straight mark`);
  assert.ok(text.includes(`${opening}${spaceless(title)}${closing}`), `${tag}: ${opening}${title}${closing}`);
  const known = new Set([...outer, ...inner].flatMap((mark) => [...spaceless(mark)]));
  const others = [...text].filter((mark) => /[«»„“”‘‚‹›]/.test(mark) && !known.has(mark));
  assert.equal(others, [], `${tag}: marks of another language`);
  const label = spaceless(withNumber(wordsOfLanguage(language).table ?? '', 1));
  assert.ok(text.includes(`${label}${spaceless(author)}`), `${tag}: ${label} ${author}`);
  const kept = new Set((language['no-break']?.after ?? '').split(' ').filter((word) => word !== ''));
  for (const line of lines) {
    const last = /(?:^|[\s(«„“])(\p{L}+)$/u.exec(line)?.[1] ?? '';
    assert.not.ok(kept.has(last.toLowerCase()) && line.length > 12, `${tag}: a line ends with “${last}”: ${line}`);
  }
}

/** Hyphens at the ends of lines go, too: a title may be divided in the note. */
function spaceless(text: string): string {
  return text.normalize('NFC').replace(/[-\u00ad\u2010](?=\s)|[\s~|]/g, '');
}

test.run();
