import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { type Cache, noCache } from '../../build/cache/cache.ts';
import { checkEpub } from '../../build/check/epub.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { makeEpub } from '../../build/epub/epub.ts';
import type { Issue } from '../../build/issue/model.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import type { PageRecord } from '../../build/record/schema.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { plant } from './planted.ts';

/*
 * Plants faults in a good EPUB. Each has to be found without Java and without a browser, at the line of the manuscript
 * that it came from, or in its file.
 */

const root = fileURLToPath(new URL('fixtures/journal', import.meta.url));
const repository = await openRepository(root);
const theme = await openTheme(repository);
const read = await readIssue(repository, '2026-1');
const issue: Issue = await prepareIssue(read, repository, theme.terms);
const place = { article: 'one', word: 0, letters: 0, text: '' };
const record = {
  format: 'offprint-pages-1',
  issue: issue.slug,
  pages: [
    { index: 3, folio: '1', side: 'recto', of: 'one', columns: [place], notes: [] },
    {
      index: 4,
      folio: '2',
      side: 'verso',
      of: 'one',
      columns: [{ ...place, line: 9, column: 1, word: 3, text: 'goes on,' }],
      notes: [],
    },
  ],
  articles: [],
  notes: [],
  ids: {},
} satisfies PageRecord;
const style = await readStyle(repository, issue.journal.style, 'epub');
const { epub: good, unmarked } = await makeEpub(issue, style, theme, { record });

/** What is known after a check of the good book. */
const cache = memoryCache();
await findings(good, cache);
const knownToBegin = cache.made().length;

/**
 * The findings in an EPUB: rule, place and words. They do not depend on what an earlier check of the good book has
 * found.
 */
async function faults(epub: Uint8Array): Promise<string[]> {
  const found = await findings(epub, noCache);
  const { entries, ...rest } = cache;
  assert.equal(await findings(epub, { ...rest, keep: async () => {} }), found);
  assert.ok(entries.size > 0);
  return found;
}

async function findings(epub: Uint8Array, cache: Cache): Promise<string[]> {
  const file = new VFile({ path: 'dist/issue.epub' });
  for (const one of issue.files) one.messages.length = 0;
  await checkEpub(epub, file, { issue, cache });
  return [...issue.files, file].flatMap(({ path, messages }) =>
    messages.map(({ line, column, ruleId, reason }) => {
      const at = line ? `:${line}:${column}` : '';
      return `${path}${at} [${ruleId}] ${reason}`;
    }),
  );
}

const article = 'OEBPS/one.xhtml';
const manuscript = 'manuscripts/2026-1/one.md';

test('the good EPUB has no fault', async () => {
  assert.equal(unmarked, []);
  assert.equal(await faults(good), []);
});

for (const [name, path, from, to, expected] of [
  [
    'a list in a paragraph',
    article,
    '<p>A paragraph that',
    '<p><ul><li>x</li></ul>A paragraph that',
    `${manuscript}:11:1 [epub-html] In the EPUB: <ul> stands in <p>`,
  ],
  [
    'an obsolete attribute',
    article,
    '<table>',
    '<table align="right">',
    `${manuscript}:13:1 [epub-html] In the EPUB: The attribute align of <table> is obsolete`,
  ],
  [
    'a link in a link',
    article,
    '>example.org<',
    '><a href="#one--sec-two">x</a><',
    `${manuscript}:11:1 [epub-html] In the EPUB: A link stands in a link`,
  ],
  [
    'a role that does not exist',
    article,
    'role="doc-pullquote"',
    'role="doc-pulquote"',
    `${manuscript}:21:1 [epub-roles] In the EPUB: There is no role doc-pulquote`,
  ],
  [
    'a type without its role',
    article,
    / role="doc-noteref"/,
    '',
    `${manuscript}:9:10 [epub-roles] In the EPUB: epub:type="noteref" without its role`,
  ],
  [
    'a language that does not exist',
    article,
    'lang="uk" xml:lang="uk"',
    'lang="qq" xml:lang="qq"',
    `${manuscript}:11:104 [epub-languages] In the EPUB: There is no language “qq”`,
  ],
  [
    'lang unlike xml:lang',
    article,
    'xml:lang="uk"',
    'xml:lang="ru"',
    `${manuscript}:11:104 [epub-languages] In the EPUB: lang="uk" and xml:lang="ru"`,
  ],
  [
    'a picture without alternative',
    article,
    ' alt="A square"',
    '',
    `${manuscript}:18:1 [epub-alternatives] In the EPUB: The picture images/one--square.svg has no alt`,
  ],
  [
    'a picture that is too large',
    'OEBPS/images/one--square.svg',
    /^[\s\S]*$/,
    // The head of a GIF.
    'GIF89a\0\x0c\0\x08\0\0\0',
    `${manuscript}:18:1 [epub-pictures] In the EPUB: The picture images/one--square.svg has 3072 × 2048 pixels`,
  ],
  [
    'a level of headings left out',
    article,
    /<h2 id="one--sec-two">(.*?)<\/h2>/,
    '<h4 id="one--sec-two">$1</h4>',
    `${manuscript}:24:1 [epub-headings] In the EPUB: <h4> follows <h2>`,
  ],
  [
    'an id that nothing leads to',
    article,
    '<p>A paragraph that',
    '<p id="lost">A paragraph that',
    `${manuscript}:11:1 [epub-ids] In the EPUB: Nothing leads to the id lost`,
  ],
  [
    'a class that no rule is for',
    article,
    '<p>A paragraph that',
    '<p class="lost">A paragraph that',
    `${manuscript}:11:1 [epub-classes] In the EPUB: No stylesheet has a rule for the class lost`,
  ],
  [
    'a way back to another call',
    article,
    'href="#one--call-2" aria-label',
    'href="#one--call-1" aria-label',
    `${manuscript}:28:7 [epub-notes] In the EPUB: The way back of note 2 leads to call 1`,
  ],
  [
    'a way back called by another number',
    article,
    'aria-label="Note\u00a02.',
    'aria-label="Note\u00a03.',
    `${manuscript}:28:7 [epub-notes] In the EPUB: The way back of note 2 is called “Note\u00a03. Back to the text”`,
  ],
  [
    'a heading unlike the contents',
    article,
    '>The second part<',
    '>Part two<',
    'dist/issue.epub [epub-contents] OEBPS/toc.xhtml, line',
  ],
  [
    'a gap in playOrder',
    'OEBPS/toc.ncx',
    'playOrder="3"',
    'playOrder="33"',
    'dist/issue.epub [epub-order] OEBPS/toc.ncx, line',
  ],
  [
    'a page twice in the NCX',
    'OEBPS/toc.ncx',
    'value="2"',
    'value="1"',
    'dist/issue.epub [epub-order] OEBPS/toc.ncx, line',
  ],
  [
    'a page that is not listed',
    'OEBPS/toc.xhtml',
    /<li><a href="one.xhtml#page-2">2<\/a><\/li>/,
    '',
    `${manuscript}:9:1 [epub-page-list] In the EPUB: Page 2 is not in the list of pages`,
  ],
  [
    'a page that is listed twice',
    'OEBPS/toc.xhtml',
    /(<li><a href="one.xhtml#page-2">2<\/a><\/li>)/,
    '$1$1',
    'dist/issue.epub [epub-page-list] OEBPS/toc.xhtml, line',
  ],
  [
    'pages that are listed out of their order',
    'OEBPS/toc.xhtml',
    /(<li><a href="[^"]*#page-1">1<\/a><\/li>)(\s*)(<li><a href="[^"]*#page-2">2<\/a><\/li>)/,
    '$3$2$1',
    'dist/issue.epub [epub-page-list] OEBPS/toc.xhtml, line',
  ],
  [
    'a mark with another folio',
    article,
    'title="2"',
    'title="3"',
    'dist/issue.epub [epub-page-list] OEBPS/toc.xhtml, line',
  ],
  [
    'pictures that the package does not tell',
    'OEBPS/content.opf',
    '<meta property="schema:accessMode">visual</meta>\n',
    '',
    'dist/issue.epub [epub-metadata] OEBPS/content.opf: accessMode lacks visual',
  ],
  ['a link to nowhere', article, '#one--sec-two', '#one--sec-tow', '[epub-valid]'],
] as const) {
  test(name, async () => {
    const found = await faults(plant(good, path, from, to));
    assert.ok(
      found.some((fault) => fault.startsWith(expected) || (expected.startsWith('[') && fault.includes(expected))),
      `${expected}\n${found.join('\n')}`,
    );
  });
}

test('a file that is not an EPUB is reported, not thrown', async () => {
  assert.match((await faults(new TextEncoder().encode('no zip'))).join('\n'), /dist\/issue.epub \[epub-readable\]/);
  const broken = plant(good, article, '</section>', '');
  assert.match((await faults(broken)).join('\n'), /\[epub-(readable|valid)\]/);
});

test('the second check of a good book looks at skeletons of its documents, and finds nothing', async () => {
  assert.ok(knownToBegin > 0);
  cache.found();
  assert.equal(await findings(good, cache), []);
  assert.is(cache.found().length, knownToBegin);
  assert.equal(cache.made(), []);
});

test.run();
