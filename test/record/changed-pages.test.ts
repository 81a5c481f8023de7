import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changedPages, changedPagesSaid, type HashedPage } from '../../build/record/changed-pages.ts';

/** Pages with a letter each for what is on them: uncounted before `|`, then from a folio on. */
function pages(letters: string, first = 1): HashedPage[] {
  const [uncounted = '', counted = ''] = letters.includes('|') ? letters.split('|') : ['', letters];
  return [
    ...[...uncounted].map((hash) => ({ folio: '', hash })),
    ...[...counted].map((hash, index) => ({ folio: String(first + index), hash })),
  ];
}

const cases: [before: string, after: string, said: string | undefined][] = [
  ['', 'abc', undefined],
  ['abc', 'abc', 'no page changed'],
  ['abcdef', 'aXcdef', 'page 2 changed'],
  ['abcdefgh', 'aXYZefgV', 'pages 2–4, 8 changed'],
  ['abc', 'xyz', 'all 3 pages changed'],
  ['a', 'b', 'page 1 changed'],
  ['abcd', 'abXcd', 'page 3 is new; pages 3–4 are now 4–5'],
  ['abcd', 'abXYd', 'page 3 changed; page 4 is new; page 4 is now 5'],
  ['abcd', 'abcdef', 'pages 5–6 are new'],
  ['abcdef', 'abef', 'pages 3–4 are gone; pages 5–6 are now 3–4'],
  ['abcd', 'cdab', 'pages 3–4 are new; pages 1–2 are gone; pages 3–4 are now 1–2'],
  ['xy|ab', 'xz|ab', 'the PDF’s page 2 changed'],
  ['xy|ab', 'xz|aB', 'page 2 and the PDF’s page 2 changed'],
  ['xy|ab', 'xqy|ab', 'the PDF’s page 2 is new'],
  // Blank pages are all the same.
  ['a_b_c_', 'a_B_c_', 'page 3 changed'],
];

for (const [before, after, said] of cases)
  test(`${before} → ${after}`, () => {
    assert.is(changedPagesSaid(pages(before), pages(after)), said && `Since the last build: ${said}.`);
  });

test('every page is accounted for, whatever changes', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  for (let round = 0; round < 300; round++) {
    const letters = Array.from({ length: random(12) }, () => 'abcdef_'[random(7)]);
    const edited = [...letters];
    for (let edit = random(4); edit > 0; edit--)
      edited.splice(
        random(edited.length + 1),
        random(3),
        ...Array.from({ length: random(3) }, () => 'xyz_'[random(4)]),
      );
    const [before, after] = [pages(letters.join('')), pages(edited.join(''))];
    const { changed, added, gone, moved } = changedPages(before, after);
    assert.is(before.length + added.length - gone.length, after.length);
    for (const [one, other] of moved) assert.is(before[one]?.hash, after[other]?.hash);
    const told = new Set([...changed, ...added, ...moved.map(([, other]) => other)]);
    for (const [index, page] of after.entries())
      if (!told.has(index)) assert.ok(before.some(({ folio, hash }) => folio === page.folio && hash === page.hash));
  }
});

test.run();
