import { PDFName } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { openUnit } from '../../build/pdf/opened-unit.ts';
import type { LoadedUnit } from '../../build/pdf/printed-unit.ts';
import { readPrintedTags } from '../../build/pdf/tags/read-printed-tags.ts';
import { openPdf } from '../../build/pdf-reading/file/open-pdf.ts';
import { contentStreamOf, ownStreamData } from '../../build/pdf-reading/file/streams.ts';
import { makeReadableOf } from './tags/made.ts';

const test = suite('pdf/opened-unit');
const chrome = await startChrome();
test.after(() => chrome.close());
const folder = new URL('tags/fixtures', import.meta.url).pathname;
const { units } = await makeReadableOf(chrome, folder, '2026-1');
const unit = units[1] as LoadedUnit;

const contentsOf = (document: ReturnType<typeof openPdf>) =>
  document.getPages().map((page) => Buffer.from(ownStreamData(contentStreamOf(page).stream)).toString('latin1'));
const spoken = (contents: string[]) => contents.join('').split('/ActualText').length - 1;

test('each that opens it finds the characters mended', () => {
  const file = openUnit(unit);
  const [before, first, second] = [openPdf(unit.pdf), file.open(), file.open()].map(contentsOf) as string[][];
  assert.ok(spoken(first as string[]) < spoken(before as string[]));
  assert.equal(first, second);
});

test('what one edition changes no other sees', () => {
  const file = openUnit(unit);
  const one = file.open();
  const [first] = one.getPages();
  first?.node.set(PDFName.of('Rotate'), one.context.obj(90));
  one.context.delete(contentStreamOf(first as never).ref);
  one.removePage(1);
  const other = file.open();
  assert.not(other.getPage(0).node.has(PDFName.of('Rotate')));
  assert.is(other.getPageCount(), one.getPageCount() + 1);
  assert.is(contentsOf(other).length, other.getPageCount());
});

test('it has the tags that were printed', () => {
  assert.equal([...openUnit(unit).tags()], [...readPrintedTags(openPdf(unit.pdf))]);
});

test.run();
