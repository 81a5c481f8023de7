import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { IndexPlace } from '../../build/issue/index-model.ts';
import { locatorsOf } from '../../build/record/locators.ts';

/** The pages of places, written `12`, `12-14` for a range and `12n` for a note. */
function pagesOf(...written: string[]): string {
  const folios = new Map<string, string>();
  const places = written.map((one, i): IndexPlace => {
    const [, first = '', last, note] = /^(\d*)(?:-(\d*))?(n)?$/.exec(one) ?? [];
    folios.set(`${i}`, first);
    if (last !== undefined) folios.set(`${i} end`, last);
    return { id: `${i}`, ...(last === undefined ? {} : { to: `${i} end` }), isNote: note !== undefined };
  });
  return locatorsOf(places, (id) => folios.get(id))
    .map(({ first, last, isNote }) => `${first}${last ? `–${last}` : ''}${isNote ? 'n' : ''}`)
    .join(', ');
}

test('each page stands once, in order', () => {
  assert.is(pagesOf('40', '5', '5', '12', '5'), '5, 12, 40');
});

test('two pages that follow one another stay two, three are a range', () => {
  assert.is(pagesOf('12', '13'), '12, 13');
  assert.is(pagesOf('14', '12', '13'), '12–14');
  assert.is(pagesOf('9', '10', '11', '20', '21'), '9–11, 20, 21');
});

test('a range that was marked is one, however short, and takes the pages in it', () => {
  assert.is(pagesOf('12-13'), '12–13');
  assert.is(pagesOf('12-12'), '12');
  assert.is(pagesOf('4-8', '6', '8', '10'), '4–8, 10');
  assert.is(pagesOf('4-8', '7-9', '10'), '4–10');
});

test('a note counts where the text of its page does not name the entry', () => {
  assert.is(pagesOf('12n'), '12n');
  assert.is(pagesOf('12n', '12'), '12');
  assert.is(pagesOf('12n', '12n', '13', '14n'), '12n, 13, 14n');
  assert.is(pagesOf('4-8', '6n', '9n'), '4–8, 9n');
});

test('a range leads to its beginning and its end', () => {
  const folios: Record<string, string> = { a: '12', b: '13', c: '14' };
  const places = ['a', 'b', 'c'].map((id) => ({ id, isNote: false }));
  assert.equal(
    locatorsOf(places, (id) => folios[id]),
    [{ first: '12', id: 'a', last: '14', lastId: 'c', isNote: false }],
  );
});

test('a place whose page is not known is left out', () => {
  assert.is(pagesOf('', '3'), '3');
});

test.run();
