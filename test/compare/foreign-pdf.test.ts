import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFOperator, type PDFOperatorNames, StandardFonts } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

const folder = await emptyFolder();

/** A PDF without tags, whose words stand apart by shifts, without spaces, as TeX sets them. */
async function plainPdf(name: string, lines: readonly string[]): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 300]);
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

test.run();
