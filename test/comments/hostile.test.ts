import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFName, PDFRef } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { commentsOfFile } from '../../build/comments/comments-of-file.ts';
import { readPdfComments } from '../../build/comments/read-comments.ts';
import { annotating, text } from './write-annotations.ts';

const proof = await readFile(join(import.meta.dirname, 'fixtures/on-margins.pdf'));

test('answers in a circle, and one to itself, are told once each', async () => {
  const { add, document } = await annotating(proof);
  const { context } = document;
  const next = context.largestObjectNumber;
  const [one, two, three] = [1, 2, 3].map((more) => PDFRef.of(next + more, 0));
  add({ Subtype: 'Text', Rect: [0, 0, 9, 9], IRT: two, Contents: text('one') });
  add({ Subtype: 'Text', Rect: [0, 0, 9, 9], IRT: one, Contents: text('two') });
  add({ Subtype: 'Text', Rect: [0, 0, 9, 9], IRT: three, Contents: text('three') });
  const { comments } = await readPdfComments(await document.save());
  const told = comments.flatMap(({ text: own, replies }) => [own, ...replies.map((reply) => reply.text)]);
  for (const word of ['one', 'two', 'three']) assert.is(told.filter((own) => own === word).length, 1, word);
});

test('keys of another type than they should have, and numbers that are none, cost nothing but themselves', async () => {
  const { add, document } = await annotating(proof);
  add({ Subtype: 'Highlight', Rect: 'none', QuadPoints: 7, Contents: 12, T: [1], NM: {} });
  add({ Subtype: 'Highlight', Rect: [1e300, -1e300, 'x', 4], QuadPoints: [1, 2, 3] });
  add({ Subtype: 'Ink', Rect: [0, 0, 1, 1], InkList: [7, [], ['a', 'b'], [[1]]] });
  add({ Subtype: 'Line', L: [1], CL: ['x', 1, 2, 3] });
  add({ Rect: [0, 0, 1, 1] });
  document.getPage(0).node.set(PDFName.of('StructParents'), document.context.obj(-4));
  const { comments } = await readPdfComments(await document.save());
  assert.is(comments.filter(({ number }) => number > 0).length, 4);
});

test('signs that a terminal obeys are no part of a comment, and no comment is longer than a chapter', async () => {
  const { add, document } = await annotating(proof);
  add({
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: text('\u001b[31mred\u0007'),
    Contents: text(`\u001b]0;title\u0007${'long '.repeat(100_000)}`),
  });
  const { comments } = await readPdfComments(await document.save());
  const own = comments.find(({ number }) => number === 1);
  assert.is(own?.author, '[31mred');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there.
  assert.not.match(own?.text ?? '', /[\u0000-\u0009\u000b-\u001f]/);
  assert.ok((own?.text.length ?? 0) <= 20_000);
});

test('thirty thousand annotations are cut, and that is said', async () => {
  const { document } = await annotating(proof);
  const { context } = document;
  const page = document.getPage(0);
  const many = Array.from({ length: 30_000 }, (_, i) =>
    context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [i % 600, i % 700, (i % 600) + 9, (i % 700) + 9] }),
  );
  page.node.set(PDFName.of('Annots'), context.obj(many));
  const { comments, isCut } = await commentsOfFile(await document.save());
  assert.is(isCut, true);
  assert.is(comments.length, 20_000);
});

test('a file that would keep it busy for too long is refused', async () => {
  await commentsOfFile(proof, 1).then(
    () => assert.unreachable('It was read'),
    (error) => assert.match(error.message, 'to read'),
  );
});

test.run();
