import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SourcePoint } from '../../build/desk/desk-state.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import type { PagePoint } from '../../build/on-pages/page-point.ts';
import { fold, lettersIn } from '../../build/words/normalized-text.ts';
import { deskFor } from './desk-for-test.ts';
import { type PrintedWord, printedWords } from './printed-words.ts';

const journals = [
  { root: offprintRoot, issue: '2026-1' },
  { root: fileURLToPath(new URL('../journals/four-languages', import.meta.url)), issue: '2026-2' },
];

for (const { root, issue } of journals) {
  const name = root === offprintRoot ? 'the sample issue' : 'an issue in four languages';

  test(`a click on any word of ${name} leads to it in its file, and its place there back to the word`, async () => {
    const desk = await deskFor(root, issue);
    const texts = new Map<string, string>();
    const words = (await printedWords(await desk.state(), desk.url)).filter(({ text }) => /\p{L}/u.test(text));
    const wrong: string[] = [];
    let templates = 0;
    for (const word of some(words, 500)) {
      const answer = await fetch(`${desk.url}source?page=${word.page}&x=${word.x}&y=${word.y}`);
      if (!answer.ok) {
        wrong.push(`${word.text} on ${word.page}: nothing`);
        continue;
      }
      const found = (await answer.json()) as SourcePoint;
      const text = texts.get(found.file) ?? (await readFile(join(desk.root, found.file), 'utf8'));
      texts.set(found.file, text);
      if (found.from === 'template') templates++;
      // A label is set by Offprint: it leads to what it is the label of.
      else if (isLabel(word, found, text)) continue;
      else if (!isThere(word, found, text))
        wrong.push(`${word.text} on ${word.page}: ${found.file}:${found.line}:${found.column} (${found.word})`);
      else if (!(await leadsBack(found)))
        wrong.push(`${word.text} on ${word.page}: not back from ${found.file}:${found.line}:${found.column}`);
    }
    await desk.end();
    assert.equal(wrong, []);
    assert.ok(templates < 15, `${templates} words of templates`);

    async function leadsBack({ file, line, column, at }: SourcePoint): Promise<boolean> {
      const [box] = at.boxes;
      // A running head, a picture, and what stands before the text are at several places.
      if (!box || line <= frontMatter(texts.get(file) ?? '') || box[3] > 30) return true;
      const query = new URLSearchParams({ file, line: String(line), column: String(column) });
      const point = (await (await fetch(`${desk.url}goto?${query}`)).json()) as PagePoint;
      return (
        point.page === at.page && point.boxes.some(([left, top]) => Math.abs(top - box[1]) < 1 && left <= box[0] + 1)
      );
    }
  });
}

test('a displayed formula leads to its line, and its line to it', async () => {
  const desk = await deskFor(fileURLToPath(new URL('../formulas/wide', import.meta.url)), '2026-1');
  const file = 'manuscripts/2026-1/article.md';
  const lines = (await readFile(join(desk.root, file), 'utf8')).split('\n');
  const opening = lines.flatMap((line, i) => (line === '$$' && lines[i + 1] !== '' ? [i + 1] : []));
  assert.is(opening.length, 3);
  const found = await Promise.all(
    opening.map(async (line) => {
      const query = new URLSearchParams({ file, line: String(line + 1), column: '1' });
      const { page, boxes } = (await (await fetch(`${desk.url}goto?${query}`)).json()) as PagePoint;
      const [left = 0, top = 0, width = 0, height = 0] = boxes[0] ?? [];
      const at = new URLSearchParams({
        page: String(page),
        x: String(left + width / 2),
        y: String(top + height / 2),
      });
      const source = (await (await fetch(`${desk.url}source?${at}`)).json()) as SourcePoint;
      // At its opening signs, or in its first line.
      return { isThere: source.line === line || source.line === line + 1, isHigh: height > 20 };
    }),
  );
  await desk.end();
  assert.equal(
    found,
    opening.map(() => ({ isThere: true, isHigh: true })),
  );
});

/** True if a word of a page stands at the place that was found, or in the word there. */
function isThere({ text }: PrintedWord, { line, column, word, at }: SourcePoint, file: string): boolean {
  // A running head has more words than the title that it is made of.
  if (at.boxes.length === 0) return /^(title|short-title|authors| {2}- name):/.test(file.split('\n')[line - 1] ?? '');
  const lines = file.split(/\r\n|\n|\r/);
  const there = lettersIn(fold([lines[line - 1]?.slice(column - 1), ...lines.slice(line, line + 3)].join('\n')));
  const [own, whole] = [text, word].map((one) => lettersIn(fold(one))) as [string, string];
  // What is read aloud of a picture stands for the words drawn in it.
  return there.startsWith(own) || (whole.includes(own) && there.startsWith(whole.slice(0, 12))) || whole.length > 60;
}

function isLabel({ text }: PrintedWord, { line }: SourcePoint, file: string): boolean {
  return /^!\[|^Table:|^: /.test(file.split('\n')[line - 1] ?? '') && /^\p{Lu}[\p{L}.]+$/u.test(text);
}

function frontMatter(text: string): number {
  return text.startsWith('---') ? (text.slice(0, text.indexOf('\n---', 3)).match(/\n/g)?.length ?? 0) + 2 : 1e9;
}

/** Some of a list, the same in each run. */
function some<T>(list: readonly T[], count: number): T[] {
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return list[seed % list.length] as T;
  });
}

test.run();
