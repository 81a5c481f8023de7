import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isUnknown, shareCharacters } from '../../build/pdf/share-characters.ts';

const test = suite('pdf/share-characters');

/** What each glyph is found to be of those that are said to be a text: written as what they are known to be, `?` for what is not known. */
function shares(text: string, known: string[]): string[] {
  const glyphs = known.map((_, i) => ({ font: 'F1', code: i.toString(16).padStart(4, '0'), end: i, alone: true }));
  const characters = new Map(known.map((character, i) => [i, character === '?' ? '\0' : character]));
  return shareCharacters({ text, glyphs }, () => characters).map(
    ({ code, text }) => `${Number.parseInt(code, 16)} ${text}`,
  );
}

test('an accent that has a glyph for capitals is the accent', () => {
  assert.equal(shares('Ю\u0301', ['Ю', '?']), ['1 \u0301']);
  assert.equal(shares('Ǘ', ['U', '?', '?']), ['1 \u0308', '2 \u0301']);
});

test('the letter without its dot is the letter; what is known to be of the text stays', () => {
  assert.equal(shares('і\u0301', ['ı', '\u0301']), ['0 і']);
  assert.equal(shares('ʃ\u0329\u0301', ['ʃ', '\u0329', '\u0301']), []);
});

test('dots that are no character of their own are none, whatever stands first', () => {
  assert.equal(shares('ب', ['?', '?']), ['1 ب', '0 \u034f']);
  assert.equal(shares('fi', ['?', '?', '?']), ['0 f', '1 i', '2 \u034f']);
});

test('U+0000 and what Unicode keeps free are no characters', () => {
  for (const text of ['', '\0', '\ufffd', '\ufffe', '\ufdd0', '\u{1ffff}'])
    assert.ok(isUnknown(text), JSON.stringify(text));
  for (const text of ['a', '\u034f', '\ue000', '\u{1f600}']) assert.not(isUnknown(text), JSON.stringify(text));
});

test.run();
