import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { countryCode } from '../../build/deposit/ojs/countries.ts';
import { ojsLocale } from '../../build/deposit/ojs/locales.ts';
import { abbreviationOf } from '../../build/deposit/ojs/sections.ts';

test('a language has the locale that each version of OJS knows', () => {
  for (const [lang, ...locales] of [
    ['uk', 'uk_UA', 'uk', 'uk'],
    ['en-GB', 'en_US', 'en', 'en'],
    ['de-AT', 'de_DE', 'de', 'de'],
    ['fr', 'fr_FR', 'fr_FR', 'fr'],
    ['fr-CA', 'fr_CA', 'fr_CA', 'fr_CA'],
    ['pt-BR', 'pt_BR', 'pt_BR', 'pt_BR'],
    ['sr-Latn', 'sr_RS@latin', 'sr@latin', 'sr_Latn'],
    ['zh', 'zh_CN', 'zh_CN', 'zh_Hans'],
  ] as const)
    assert.equal([ojsLocale(lang, '3.3'), ojsLocale(lang, '3.4'), ojsLocale(lang, '3.5')], locales, lang);
});

test('a country is known by its name in English or in the language of the text', () => {
  assert.is(countryCode('Ukraine', 'en'), 'UA');
  assert.is(countryCode('Україна', 'uk'), 'UA');
  assert.is(countryCode('United Kingdom', 'uk'), 'GB');
  assert.is(countryCode('PL', 'uk'), 'PL');
  assert.is(countryCode('Ruritania', 'en'), undefined);
});

test('the abbreviation of a section is guessed as OJS has it', () => {
  assert.is(abbreviationOf('Articles'), 'ART');
  assert.is(abbreviationOf('Огляди та рецензії'), 'ОТР');
});

test.run();
