import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { coveredWords } from '../../build/comments/covered-words.ts';
import { importComments } from '../../build/comments/import-comments.ts';
import { foldedLetters } from '../../build/comments/manuscript-letters.ts';
import type { PdfComment } from '../../build/comments/read-comments.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { walkPages } from '../../build/pdf-reading/content/walk.ts';
import { collectSigns, textOfSigns } from '../../build/pdf-reading/page-signs.ts';
import { readPdf } from '../../build/pdf-reading/read-pdf.ts';
import { readTerms } from '../../build/theme/terms.ts';

const folder = join(import.meta.dirname, 'fixtures');

test('a mark on any word of a proof is at that word of the manuscript', async () => {
  const { pages, watcher } = collectSigns();
  walkPages((await readPdf(await readFile(join(folder, 'on-margins.pdf')))).pages, [watcher]);
  const [signs = []] = pages.values();
  const comments = signs.flatMap(({ text, box }): PdfComment[] => {
    const covered = /\p{L}/u.test(text)
      ? coveredWords({ subtype: 'Highlight', areas: [box], rect: box } as never, signs)
      : undefined;
    const own = { folio: '', author: '', text: '', name: '', replies: [], states: [] };
    return covered ? [{ ...own, number: 1, kind: 'highlight', page: 1, covered }] : [];
  });
  assert.ok(comments.length > 1000);
  const repository = await openRepository(join(folder, 'journal'));
  const read = { comments, texts: { 1: textOfSigns(signs) }, pages: 1, isCut: false };
  const placed = await importComments(repository, ['2026-1'], await readTerms(repository), read);
  const lines = placed.manuscripts[0]?.text.split('\n') ?? [];
  const wrong = placed.comments.flatMap(({ covered, place }) => {
    const words = covered?.words ?? '';
    const there = lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 1) - 1) ?? '';
    return foldedLetters(there).startsWith(foldedLetters(words)) ? [] : [words];
  });
  // The labels of the abstract and of the table are set by a template.
  assert.equal(
    [...new Set(wrong)].filter((word) => !/^(Abstract|Keywords|Table|E|mail)$/.test(word)),
    [],
  );
});

test.run();
