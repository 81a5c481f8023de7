import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { collationOf } from '../../build/languages/collate.ts';

/** Words in the order of a language, each with its letter. */
function sorted(lang: string, words: string): string {
  const { compare, letterOf } = collationOf(lang);
  return words
    .split(' ')
    .sort(compare)
    .map((word) => `${letterOf(word)}:${word}`)
    .join(' ');
}

test('letters are in the order of the language, and other scripts behind them', () => {
  assert.is(
    sorted('uk', 'ґрунт гора єдність ера їжак йод Apple кріпак'),
    'Г:гора Ґ:ґрунт Е:ера Є:єдність Ї:їжак Й:йод К:кріпак A:Apple',
  );
  assert.is(sorted('en', 'Яблуко zebra apple'), 'A:apple Z:zebra Я:Яблуко');
  assert.is(sorted('sv', 'Åsa ask zon öl ärta'), 'A:ask Z:zon Å:Åsa Ä:ärta Ö:öl');
});

test('two letters that are one have a group of their own', () => {
  assert.is(sorted('cs', 'chata cena hora iva'), 'C:cena H:hora Ch:chata I:iva');
  assert.is(sorted('hr', 'lopta ljeto njega'), 'L:lopta Lj:ljeto Nj:njega');
  assert.is(sorted('es', 'llama luz'), 'L:llama L:luz');
});

test('letters with marks stand under the letter without, where they are none of their own', () => {
  assert.is(sorted('fr', 'École eau œuvre ouest'), 'E:eau E:École O:œuvre O:ouest');
  assert.is(sorted('de', 'Öl Ofen Zeit'), 'O:Ofen O:Öl Z:Zeit');
  assert.is(collationOf('lt').isSameLetter('I', 'Y'), true);
});

test('signs at the head of a word do not count, figures stand first', () => {
  assert.is(sorted('uk', '«вільний» воля 1648'), '0–9:1648 В:«вільний» В:воля');
});

test.run();
