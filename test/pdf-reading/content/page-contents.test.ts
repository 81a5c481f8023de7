import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formsIn, pageContents } from '../../../build/pdf-reading/content/page-contents.ts';

const test = suite('pdf-reading/content/page-contents');

test('finds the forms on a page and in one another, each once; pictures are none', async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const stream = (text: string, dict = {}): PDFRef =>
    context.register(PDFRawStream.of(context.obj(dict), Buffer.from(text)));
  const inner = stream('inner', { Subtype: 'Form' });
  const outer = stream('outer', { Subtype: 'Form', Resources: { XObject: { X9: inner } } });
  const picture = stream('picture', { Subtype: 'Image' });
  const { node } = document.addPage();
  node.set(PDFName.of('Resources'), context.obj({ XObject: { X1: outer, X2: picture, X3: inner } }));
  node.set(PDFName.of('Contents'), stream('page'));
  const [page] = document.getPages().map(pageContents);
  const texts = page?.map((one) => Buffer.from(one.stream.contents).toString());
  assert.equal(texts, ['page', 'outer', 'inner']);
  assert.equal([...formsIn(node.Resources()).keys()], ['/X1', '/X3']);
  // A form without resources of its own uses the page’s.
  assert.is(formsIn(node.Resources()).get('/X3')?.resources, node.Resources());
});

test('comes to an end where forms paint one another', async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const form = context.nextRef();
  const dict = context.obj({ Subtype: 'Form', Resources: { XObject: { X1: form } } });
  context.assign(form, PDFRawStream.of(dict as never, Buffer.from('/X1 Do')));
  const { node } = document.addPage();
  node.set(PDFName.of('Resources'), context.obj({ XObject: { X1: form } }));
  node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(context.obj({}), Buffer.from('/X1 Do'))));
  assert.is(pageContents(document.getPages()[0] as never).length, 2);
});

test.run();
