import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { archiveOf, unpackEpub } from '../../build/check/epub/archive.ts';
import { proveBookWords } from '../../build/check/epub/prove-words.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { Issue } from '../../build/issue/model.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { make } from './make.ts';
import { plant } from './planted.ts';
import { richIssue } from './rich-issue.ts';
import { article, issueOf } from './sample.ts';

/*
 * The words of an e-book are those of the manuscripts, text by text and note by note; what is lost, doubled, moved or
 * run together is reported at its line.
 */

const repository = await openRepository(fileURLToPath(new URL('fixtures/journal', import.meta.url)));
const terms = await readTerms(repository);
const issue = await prepareIssue(await readIssue(repository, '2026-1'), repository, terms);
const good = await make(issue);

async function said(epub: Uint8Array, of: Issue, folios?: Readonly<Record<string, string>>): Promise<string[]> {
  const files = [...new Set([...of.files, ...of.articles.map(({ file }) => file)])];
  for (const file of files) file.messages.length = 0;
  const documents = archiveOf(unpackEpub(epub)).documents.map((one) => ({ ...one, tree: () => one.tree }));
  await proveBookWords(documents, { issue: of, terms, folios });
  return files.flatMap(({ basename, messages }) =>
    messages.map(({ line, reason }) => `${basename}:${line}: ${reason}`),
  );
}

test('books have the words of their manuscripts, with pages and without', async () => {
  assert.equal(await said(good, issue), []);
  const rich = richIssue();
  assert.equal(await said(await make(rich), rich), []);
  const link =
    '<a class="page-reference" href="#a1--part">pp. <span class="folio">?</span>–<span class="folio">?</span></a>';
  const body = `<p>See ${link}, and more.</p><h2 id="a1--part">The part</h2><p>Here.</p>`;
  const one = issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body })]);
  const record = {
    format: 'offprint-pages-1',
    issue: one.slug,
    pages: [],
    articles: [],
    notes: [],
    ids: { 'a1--part': '7' },
  } as const;
  const paged = await make(one, 'quarterly', undefined, { ...record, pages: [], articles: [], notes: [] });
  assert.equal(await said(paged, one, record.ids), []);
  assert.equal(await said(await make(one), one), []);
  assert.match((await said(paged, one, { 'a1--part': '8' }))[0] ?? '', /The text is not whole/);
});

const path = 'OEBPS/one.xhtml';
for (const [what, from, to, found] of [
  ['a word that is lost', 'page goes on', 'page on', /one\.md:9: The text is not whole/],
  ['an accent that is lost', 'слово', 'слов', /one\.md:11: The text is not whole/],
  ['a paragraph that comes twice', /<p>A paragraph that.*?<\/p>/, '$&$&', /one\.md:\d+: The text is not whole/],
  ['words that run together', 'a second note', 'asecond note', /one\.md:9: The text is not whole/],
  ['a word in pieces', 'paragraph that', 'parag raph that', /one\.md:11: The text is not whole/],
  ['a cell that is lost', /(<t[dh][^>]*>)1848(?=<)/, '$1', /one\.md:\d+: The text is not whole/],
  ['a note that lost its word', ' One.', ' ', /one\.md:26: Note 1 is not whole/],
  ['a note with other words, too', ' Two.', ' Two. Three.', /one\.md:28: Note 2 is not whole/],
  ['notes in each other’s places', /One\.([\s\S]*)Two\./, 'Two.$1One.', /one\.md:26: Note 1 is not whole/],
  ['a title that is lost', />Of Pages<\/h1>/, '></h1>', /one\.md:2: “Of Pages” is not whole/],
  ['an abstract that is lost', 'What a page is.', '', /one\.md:5: “What a page is/],
] as const)
  test(`${what} is reported at its line`, async () => {
    const messages = await said(plant(good, path, from, to), issue);
    assert.match(messages.join('\n'), found);
  });

test('an article that is not in the book is reported', async () => {
  const epub = plant(good, 'OEBPS/content.opf', /<itemref[^>]*one.xhtml[^>]*\/>/, '');
  assert.match((await said(epub, issue)).join(), /There is no document of this article in the EPUB/);
});

test.run();
