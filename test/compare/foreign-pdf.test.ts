import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFHexString, PDFOperator, type PDFOperatorNames, StandardFonts } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compareEditions } from '../../build/compare/compare.ts';
import { fileEdition } from '../../build/compare/edition.ts';
import { openSides } from '../../build/compare/report/places-on-pages.ts';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

const folder = await emptyFolder();

/** A PDF without tags, whose words stand apart by shifts, without spaces, as TeX sets them. */
async function plainPdf(name: string, lines: readonly string[], turn = 0): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 300]);
  page.setRotation(degrees(turn));
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const key = page.node.newFontDictionary('F', font.ref);
  const { context } = document;
  const operator = (operatorName: string, ...operands: unknown[]) =>
    PDFOperator.of(operatorName as PDFOperatorNames, operands as never);
  const hex = (word: string) => PDFHexString.of(Buffer.from(word, 'latin1').toString('hex'));
  for (const [i, line] of lines.entries()) {
    const parts = line.split(' ').flatMap((word, at) => (at === 0 ? [hex(word)] : [-333, hex(word)]));
    // A kern within the first word, which is no space.
    const array = context.obj([hex(''), 20, ...parts] as never);
    page.pushOperators(
      operator('BT'),
      operator('Tf', key, context.obj(10)),
      operator('Td', context.obj(40), context.obj(250 - i * 12)),
      operator('TJ', array),
      operator('ET'),
    );
  }
  const path = join(folder, name);
  await writeFile(path, await document.save({ useObjectStreams: false }));
  return path;
}

test('words are told apart where a PDF has shifts for spaces, and one that changed is named alone', async () => {
  const first = await plainPdf('first.pdf', ['Two carts came by the road', 'along the river and went on']);
  const second = await plainPdf('second.pdf', ['Two carts came by the road', 'along the lake and went on']);
  const { code, stdout } = await offprint(['compare', first, second, '--json', '--no-pages'], folder);
  assert.is(code, 0);
  const { changes } = JSON.parse(stdout) as { changes: { before?: string; after?: string }[] };
  assert.is(changes.length, 1, stdout);
  assert.match(stdout, /"river"/);
  assert.match(stdout, /"lake"/);
  assert.not.match(stdout, /theriver|thelake/);
});

test('a mark on a page that viewers turn stands where its word is seen', async () => {
  const lines = (word: string) => ['Two carts came by the road', `along the ${word} and went on`];
  for (const [turn, isThere] of [
    [0, ({ top, height }) => Math.abs(top - (100 * (300 - 238 - 7.5)) / 300) < 1 && height < 4],
    [90, ({ left, width }) => Math.abs(left - (100 * (238 - 2.2)) / 300) < 1 && width < 4],
    [270, ({ left, width }) => Math.abs(left - (100 * (300 - 238 - 7.5)) / 300) < 1 && width < 4],
  ] satisfies [number, (area: { left: number; top: number; width: number; height: number }) => boolean][]) {
    const editions = ['river', 'lake'].map(async (word) => {
      const name = `${word}-${turn}.pdf`;
      return fileEdition(name, await plainPdf(name, lines(word), turn));
    });
    const [before, after] = (await Promise.all(editions)) as [
      ReturnType<typeof fileEdition>,
      ReturnType<typeof fileEdition>,
    ];
    const [mark] = (await openSides(await compareEditions(before, after))).after?.marksOn(0) ?? [];
    const [area] = mark?.areas ?? [];
    assert.ok(area && isThere(area), `${turn}: ${JSON.stringify(area)}`);
  }
});

/** A scanned PDF: a picture on each page, one grey value all over. */
async function scan(name: string, greys: readonly number[]): Promise<string> {
  const document = await PDFDocument.create();
  const { context } = document;
  for (const grey of greys) {
    const entries = { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 2, ColorSpace: 'DeviceGray' };
    const picture = context.register(
      context.stream(Uint8Array.from([grey, grey, grey, grey]), { ...entries, BitsPerComponent: 8 }),
    );
    const page = document.addPage([300, 400]);
    const key = page.node.newXObject('Scan', picture);
    const numbers = [300, 0, 0, 400, 0, 0].map((one) => context.obj(one));
    page.pushOperators(
      PDFOperator.of('cm' as PDFOperatorNames, numbers as never),
      PDFOperator.of('Do' as PDFOperatorNames, [key] as never),
    );
  }
  const path = join(folder, name);
  await writeFile(path, await document.save());
  return path;
}

test('pages that are pictures are compared as such, and it is said that they have no words', async () => {
  const [first, second] = [await scan('a.pdf', [40, 90, 140]), await scan('b.pdf', [40, 91, 140])];
  const { code, stdout } = await offprint(['compare', first, second, '--quiet'], folder);
  assert.is(code, 0);
  assert.match(stdout, /a\.pdf has no text, only pictures of pages/);
  assert.match(stdout, /1 of 3 pages changed:\n {2}2: another picture; it has no words/);
  assert.match((await offprint(['compare', first, first, '--quiet'], folder)).stdout, /Nothing changed\./);
});

test.run();
