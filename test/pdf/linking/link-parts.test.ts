import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bytesOfFile, type Sink } from '../../../build/disk/output-files.ts';
import { startLink } from '../../../build/pdf/linking/link-parts.ts';
import { packObjects } from '../../../build/pdf/linking/pack-objects.ts';
import type { RelocatablePart } from '../../../build/pdf/linking/relocatable-part.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';

/* Parts of a file become one: their objects get other numbers, and nothing else changes. */

const test = suite('pdf/linking/link-parts');

const hostile = '7 0 R \\) >> endobj 1 0 obj <</S';

interface Made {
  part: RelocatablePart;
  root: number;
}

/** A part with what a manuscript may say, a picture, and a key; `before` objects stand before it in its document. */
async function partOf(word: string, before = 0): Promise<Made> {
  const { context } = await PDFDocument.create({ updateMetadata: false });
  for (let i = 0; i < before; i++) context.register(context.obj({ Other: i }));
  const outside = context.nextRef();
  const picture = context.register(context.stream(Buffer.from('the same pixels'), { Subtype: 'Image', Width: 5 }));
  const own = context.register(context.stream(Buffer.from(`pixels of ${word}`), { Subtype: 'Image', Width: 5 }));
  const key = PDFNumber.of(0);
  const [root, kid] = [context.nextRef(), context.nextRef()];
  const said = PDFString.of(hostile.replaceAll(/[()]/g, '\\$&').replace('\\\\', '\\'));
  context.assign(kid, context.obj({ Parent: root, Up: outside, Said: said, Word: PDFString.of(word) }));
  context.assign(
    root,
    context.obj({ Kids: [kid, 7, kid], Number: 7, Key: key, Pictures: [picture, own], Name: PDFName.of('a b#c/d') }),
  );
  const imports = new Map([[outside, 0]]);
  const { part, objectOf } = await packObjects({ context, roots: [root], imports, keys: new Set([key]) });
  return { part, root: objectOf(root) };
}

/** Links parts; the catalogue has the root of each. */
function link(parts: readonly Made[]): Promise<Uint8Array> {
  return bytesOfFile((sink) => linkInto(sink, parts));
}

async function linkInto(sink: Sink, parts: readonly Made[]): Promise<void> {
  const linked = await startLink('1.7', sink);
  const { context, catalog } = linked.frame;
  const top = linked.reserve();
  const refs: PDFRef[] = [];
  for (const [i, { part, root }] of parts.entries())
    refs.push((await linked.add(part, { imports: [top], firstKey: 10 * i }))(root));
  context.assign(top, context.obj({ Top: true }));
  catalog.set(PDFName.of('Parts'), context.obj(refs));
  catalog.set(PDFName.of('Pages'), context.obj({ Type: 'Pages', Kids: [], Count: 0 }));
  await linked.finish();
}

/** What is in a linked part. */
function read(document: PDFDocument, i: number) {
  const root = document.catalog.lookup(PDFName.of('Parts'), PDFArray).lookup(i, PDFDict);
  const kids = root.lookup(PDFName.of('Kids'), PDFArray);
  const kid = kids.lookup(0, PDFDict);
  const pictures = root.lookup(PDFName.of('Pictures'), PDFArray);
  return {
    kid,
    pictures: [0, 1].map((at) => pictures.get(at) as PDFRef),
    seven: String(kids.get(1)),
    number: String(root.get(PDFName.of('Number'))),
    key: String(root.get(PDFName.of('Key'))),
    name: root.lookup(PDFName.of('Name'), PDFName).decodeText(),
    isRound: kid.lookup(PDFName.of('Parent')) === root && kids.get(0) === kids.get(2),
    top: String(kid.lookup(PDFName.of('Up'), PDFDict).get(PDFName.of('Top'))),
    said: kid.lookup(PDFName.of('Said'), PDFString).decodeText(),
    word: kid.lookup(PDFName.of('Word'), PDFString).decodeText(),
  };
}

const file = await link([await partOf('one'), await partOf('two')]);

test('references and keys get other numbers, and words that look like them stay', async () => {
  for (const document of [openPdf(file), await PDFDocument.load(file, { updateMetadata: false })])
    for (const [i, word] of ['one', 'two'].entries()) {
      const { kid: _, pictures: __, ...rest } = read(document, i);
      assert.equal(rest, {
        seven: '7',
        number: '7',
        key: String(10 * i),
        name: 'a b#c/d',
        isRound: true,
        top: 'true',
        said: hostile.replace('\\)', ')'),
        word,
      });
    }
});

test('what parts have alike is stored once, and nothing else is', () => {
  const document = openPdf(file);
  const [one, two] = [read(document, 0), read(document, 1)];
  assert.is(one.pictures[0], two.pictures[0]);
  assert.is.not(one.pictures[1], two.pictures[1]);
  assert.is.not(one.kid, two.kid);
  const streams = document.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFRawStream);
  assert.is(streams.filter(([, object]) => String(object).includes('/Width 5')).length, 3);
});

test('a part is the same whatever else its document had, and so is the file', async () => {
  const [one, other] = [await partOf('one'), await partOf('one', 40)];
  assert.equal(other, one);
  assert.ok(Buffer.from(await link([other, await partOf('two', 3)])).equals(file));
  assert.not.ok(Buffer.from(await link([await partOf('two'), one])).equals(file));
});

test('a part is plain data, which may be kept or sent to another thread', async () => {
  const made = structuredClone(await partOf('one'));
  assert.ok(Buffer.from(await link([made, await partOf('two')])).equals(file));
});

test('what parts bring is written as they come, and a sink that fails ends the work', async () => {
  const { context } = await PDFDocument.create({ updateMetadata: false });
  const pixels = Uint8Array.from({ length: 2 ** 21 }, (_, i) => (i * i) >> 3);
  const large = async (name: string): Promise<Made> => {
    const root = context.register(context.stream(pixels, { Subtype: 'Image', Name: name, Filter: 'None' }));
    const { part, objectOf } = await packObjects({ context, roots: [root], imports: new Map() });
    return { part, root: objectOf(root) };
  };
  const chunks: number[] = [];
  const parts = [await large('one'), await large('two'), await large('three')];
  await linkInto({ write: ({ length }) => void chunks.push(length) }, parts);
  assert.ok(chunks.length >= 4, 'each part, and what follows them');
  assert.ok(Math.max(...chunks) < pixels.length + 1000);
  const full = linkInto({ write: () => Promise.reject(new Error('full')) }, parts);
  assert.is(await full.catch((error: Error) => error.message), 'full');
});

test('more objects than one stream holds', async () => {
  const words = Array.from({ length: 300 }, (_, i) => `word ${i}`);
  const document = openPdf(await link(await Promise.all(words.map((word) => partOf(word)))));
  assert.equal(
    words.map((_, i) => read(document, i).word),
    words,
  );
});

test.run();
