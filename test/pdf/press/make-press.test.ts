import { PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { startChrome } from '../../../build/browser/browser.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { workingCache } from '../../../build/cache/working-cache.ts';
import { filesInMemory } from '../../../build/disk/output-files.ts';
import { startFinishing } from '../../../build/finishing/finisher.ts';
import { placeholder } from '../../../build/issue/placeholders.ts';
import { makePrint } from '../../../build/pdf/make-print.ts';
import { makePress, type PressFileKind, type PressJob } from '../../../build/pdf/press/make-press.ts';
import type { PressSettings } from '../../../build/pdf/press/press-settings.ts';
import { printBack, printSheet } from '../../../build/pdf/press/print-cover.ts';
import { pagesInside, spineWidth } from '../../../build/pdf/press/spine.ts';
import { operationsOf } from '../../../build/pdf-reading/content/content-stream.ts';
import { ownStreamData } from '../../../build/pdf-reading/file/streams.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style, theme } from '../../galley/compose.ts';
import { paints } from './paint.ts';
import { pressSettings } from './settings.ts';

const test = suite('pdf/press/make-press');

const chrome = await startChrome();
test.after(() => chrome.close());

const issue = issueOf([
  article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body: '<p>Some words.</p>', notes: [] }),
]);
const printed = await makePrint(chrome, issue, style, theme, { offprints: true });
const settings: PressSettings = {
  ...pressSettings,
  cover: 'separate',
  spine: 6.2,
  paper: 0.2,
  imposition: 'saddle-stitch',
};
const mm = 72 / 25.4;

/** Returns a unit’s part of the printer’s PDF. */
function partsFor(press: PressSettings): PressJob['partOf'] {
  const wanted = { screen: false, offprints: false, press };
  const about = { terms: theme.terms, ids: new Set<string>(), checks: undefined, working: workingCache(noCache) };
  const finisher = startFinishing({ issue, wanted, ...about });
  return async (unit) => (await finisher.finish(unit)).press?.part;
}

async function make(changes: Partial<PressSettings>, look = style, from = printed) {
  const file = new VFile({ path: 'issue.yaml' });
  const its = { ...settings, ...changes };
  const source = { issue, style: look, theme, cache: noCache };
  const getChrome = async () => chrome;
  const output = filesInMemory<PressFileKind>();
  const parts = await makePress({
    issue,
    theme,
    units: from.units,
    partOf: partsFor(its),
    files: output,
    cover: await (its.cover === 'inside'
      ? printBack(getChrome, source)
      : printSheet(getChrome, source, spineWidth(pagesInside(from.units), its))),
    settings: its,
    facts: placeholder(file, issue.facts),
  });
  const made = await Promise.all(parts.map(async (one) => ({ ...one, pdf: await output.read(one.part) })));
  const files = new Map<string, PDFDocument>();
  for (const { part, pdf } of made) files.set(part, await PDFDocument.load(pdf, { updateMetadata: false }));
  return { made, files, said: file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
}

async function words(pdf: Uint8Array, page: number): Promise<string> {
  const read = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const { items } = await (await read.getPage(page)).getTextContent();
  await read.loadingTask.destroy();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

const all = await make({});
const pdf = (part: string) => all.made.find((one) => one.part === part)?.pdf ?? new Uint8Array();

test('the cover is one sheet of back, spine and front, with bleed', () => {
  const cover = all.files.get('cover');
  assert.is(cover?.getPageCount(), 1);
  const [page] = cover?.getPages() ?? [];
  const [trim, bleed] = [page?.getTrimBox(), page?.getBleedBox()];
  assert.ok(Math.abs((trim?.width ?? 0) - (2 * 170 + 6.2) * mm) < 0.01);
  assert.ok(Math.abs((trim?.height ?? 0) - 240 * mm) < 0.01);
  assert.ok(Math.abs((bleed?.width ?? 0) - (2 * 170 + 6.2 + 6) * mm) < 0.01);
});

test('a spine has words where it is wide enough', async () => {
  // On back and front it is “Volume”.
  const spine = /Vol\.\s/;
  assert.match(await words(pdf('cover'), 1), spine);
  const thin = await make({ spine: 4.9, imposition: 'none' });
  assert.not.match(await words(thin.made.find((one) => one.part === 'cover')?.pdf ?? new Uint8Array(), 1), spine);
  assert.not(thin.files.has('imposed'));
});

test('the pages then begin without the cover, and make whole leaves', async () => {
  const { count, uncounted } = printed.pages;
  assert.is(all.files.get('print')?.getPageCount(), Math.ceil((count - uncounted) / 2) * 2);
  const { texts } = all.made.find((one) => one.part === 'print') ?? {};
  assert.is(texts?.length, all.files.get('print')?.getPageCount(), 'an empty page has no words');
  const first = printed.pages.survey.pages[uncounted]?.replace(/\s/g, '');
  assert.is((await words(pdf('print'), 1)).replace(/\s/g, ''), first);
});

test('imposed, two pages lie on each side, at their true place and nowhere over the fold', async () => {
  const imposed = all.files.get('imposed');
  const { count, uncounted, trimming } = printed.pages;
  assert.is(imposed?.getPageCount(), Math.ceil((count - uncounted) / 4) * 2);
  const trim = imposed?.getPage(0).getTrimBox();
  assert.ok(Math.abs((trim?.width ?? 0) - 2 * trimming.width) < 0.001);
  assert.match(await words(pdf('imposed'), 1), (await words(pdf('print'), 1)).trim());
  for (const { operator } of paints(imposed as PDFDocument)) assert.not.match(operator, /^(rg|RG|g|G)$/);
});

test('pages on inner sheets are moved to the fold, by the paper of the sheets outside of them', () => {
  const sides = all.files.get('imposed')?.getPages() ?? [];
  const moved = sides.map(({ node }) => {
    const parts = node.lookup(PDFName.of('Contents'), PDFArray);
    const operations = [...operationsOf(ownStreamData(parts.lookup(1, PDFRawStream)))];
    return operations.filter(({ operator }) => operator === 'cm').map(({ operands }) => Number(operands[4]));
  });
  const { width } = printed.pages.trimming;
  const right = moved.map((places) => places.at(-1) ?? 0);
  assert.ok(sides.length >= 4, 'two sheets');
  assert.ok(Math.abs((right[0] ?? 0) - width) < 0.001);
  assert.ok(Math.abs((right[2] ?? 0) - (width - 0.2 * mm)) < 0.001);
});

test('it is said how many empty pages there are, and a style that has no sheet for the cover', async () => {
  assert.match(all.said.join(), 'press-leaves: The ');
  const bare = { ...style, css: style.css.replaceAll('cover-sheet', 'unknown') };
  const { said } = await make({ imposition: 'none' }, bare);
  assert.match(said.join(), /press-cover: The cover is \d+ sheets? of /);
});

test('a cover inside has an empty inside and a back, and the number of pages is even', async () => {
  for (const [imposition, multiple] of [
    ['none', 2],
    ['saddle-stitch', 4],
  ] as const) {
    const { made, files } = await make({ cover: 'inside', imposition });
    const { pdf = new Uint8Array(), texts } = made.find(({ part }) => part === 'print') ?? {};
    const count = files.get('print')?.getPageCount() ?? 0;
    assert.is(count % multiple, 0);
    assert.ok(count - printed.pages.count >= 2 && count - printed.pages.count < 2 + multiple);
    assert.is(texts?.length, count);
    assert.match(await words(pdf, count), issue.journal.title);
    assert.is(await words(pdf, count - 1), '');
  }
});

test('a page whose ground ends at the cut is told; the cover, whose sheet is larger, is not', async () => {
  const css = `${style.css}\n@page front { background: #dde } @page cover { background: #123456 } @page plain { background: white }`;
  const { pages } = await makePrint(chrome, issue, { ...style, css }, theme);
  assert.equal(pages.trimming.cutOff, ['front']);
});

test('a ground of articles is told as the rule that the stylesheet has, once', async () => {
  const look = { ...style, css: `${style.css}\n@page article { background: #ffe }` };
  const { said } = await make(
    { cover: 'inside', imposition: 'none' },
    look,
    await makePrint(chrome, issue, look, theme),
  );
  assert.equal(
    said.filter((one) => one.startsWith('press-bleed')),
    ['press-bleed: The ground of @page article ends where pages are cut'],
  );
});

test.run();
