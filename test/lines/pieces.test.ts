import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { houseLanguages } from '../../build/languages/languages.ts';
import type { InlineItem, RunStyle } from '../../build/lines/collected.ts';
import { flatten, spanAt } from '../../build/lines/flatten.ts';
import { readHyphenation } from '../../build/lines/hyphenate.ts';
import { readLineStyle } from '../../build/lines/line-style.ts';
import { addBoxes } from '../../build/lines/make-paragraph.ts';
import { cutPieces, fitPieces } from '../../build/lines/pieces.ts';
import { newWordCache } from '../../build/lines/word-cache.ts';
import { generator } from './draw.ts';

const hyphenate = await readHyphenation(['en', 'uk'], houseLanguages);
const line = readLineStyle({ 'line-tolerance': '3', 'compound-part': '10' });
if (!line) throw new Error('There is no style');
const plain: RunStyle = {
  css: '',
  lang: 'en',
  size: 10,
  spacing: 0,
  wraps: true,
  divides: true,
  anywhere: false,
  hangs: true,
};
const styles = [
  plain,
  { ...plain, wraps: false },
  { ...plain, lang: 'uk' },
  { ...plain, divides: false, anywhere: true },
];
const scraps = [
  'understanding',
  ' ',
  '  ',
  '\n',
  '\u00a0',
  '12',
  'self-',
  'https://example.org/a?b=c',
  '(“',
  '.”',
  'об’єднання',
  '—',
];

/** Text of some runs, with other things between. */
function drawPart(next: () => number): InlineItem[] {
  const some = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: 1 + Math.floor(next() * 8) }, (_, node): InlineItem => {
    if (next() < 0.1) return { kind: 'edge', width: 3 };
    if (next() < 0.1) return { kind: 'box', width: 20, text: 'x' };
    if (next() < 0.05) return { kind: 'wbr' };
    const text = Array.from({ length: Math.floor(next() * 6) }, () => some(scraps)).join('');
    return { kind: 'run', node, text, style: Math.floor(next() * styles.length) };
  });
}

test('pieces are all of the text, every character knows its place, and lines end only where they may', () => {
  const next = generator(9);
  const cache = newWordCache(styles);
  for (let n = 0; n < 2000; n++) {
    const part = drawPart(next);
    const flat = flatten(part);
    const said = part
      .map((inline) => (inline.kind === 'run' ? inline.text : inline.kind === 'box' ? '\ufffc' : ''))
      .join('');
    assert.is(flat.text, said.replace(/[ \n]+/g, ' ').replace(/^ | $/g, ''));
    for (let at = 0; at < flat.text.length; at++) {
      const span = spanAt(flat, at);
      if (!span?.run) assert.is(flat.text[at], '\ufffc');
      else assert.is(span.run.text[span.offset + at - span.from]?.replace('\n', ' '), flat.text[at]);
    }
    let from = 0;
    const cutting = { cache, hyphenate, line };
    const pieces = cutPieces(flat, cutting);
    addBoxes(cache.unmeasured, styles, (_style, _text, offset) => offset * 5);
    cache.unmeasured = [];
    for (const piece of fitPieces(pieces, 30, cutting)) {
      const text = piece.kind === 'object' ? '\ufffc' : piece.text;
      assert.is(flat.text.slice(from, from + text.length), text);
      if (piece.kind === 'word') {
        assert.not.match(text, /[ \u00a0]/);
        for (const { at } of piece.breaks) {
          assert.ok(at > 0 && at <= text.length);
          const marked = flat.wbr.has(from + at);
          const both = [from + at - 1, from + at].map((index) => styles[spanAt(flat, index)?.run?.style ?? -1]);
          assert.ok(marked || both.every((style) => style?.wraps), `${flat.text} at ${from + at}`);
        }
      }
      from += text.length;
    }
    assert.is(from, flat.text.length);
  }
});

test.run();
