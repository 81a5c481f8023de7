import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { asciiName } from '../../build/languages/ascii-name.ts';
import { romanisations } from '../../build/languages/romanise.ts';

for (const [lang, text, name] of [
  ['uk', 'Знам’янка; Щербухи, Гоща — ГАРАЩЕНКО', 'znamianka-shcherbukhy-hoshcha-harashchenko'],
  ['en', 'On «їжак» and m’y', 'on-yizhak-and-m-y'],
  ['ru', 'Про їжу', 'pro-yizhu'],
  ['ru', 'Журнал', 'zhurnal'],
  ['uk', 'Русский язык', 'russkiy-yazyk'],
  ['uk', 'Αθήνα і თბილისი', 'athina-i-tbilisi'],
  ['kk', 'Қазақ тілі', 'qazaq-tili'],
  ['zh', '中文', ''],
  ['de', 'Über Größe', 'ueber-groesse'],
] as const) {
  test(`${lang}: ${text}`, () => assert.is(asciiName(text, lang), name));
}

for (const [lang, { tests = {} }] of Object.entries(romanisations()))
  for (const [text, name] of Object.entries(tests))
    test(`${lang}: ${text}`, () => assert.is(asciiName(text, lang), name));

test('a letter with its sign apart is one letter', () => assert.is(asciiName('Ї'.normalize('NFD'), 'uk'), 'yi'));

test.run();
