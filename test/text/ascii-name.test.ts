import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { asciiName } from '../../build/text/ascii-name.ts';

for (const [lang, text, name] of [
  // The examples of the Ukrainian standard.
  ['uk', 'Алушта Борщагівка Вінниця Гадяч Ґалаґан', 'alushta-borshchahivka-vinnytsia-hadiach-galagan'],
  [
    'uk',
    'Єнакієве Гаєвич Їжакевич Кадиївка Йосипівка Стрий',
    'yenakiieve-haievych-yizhakevych-kadyivka-yosypivka-stryi',
  ],
  ['uk', 'Згорани Розгон Юрій Корюківка Яготин Костянтин', 'zghorany-rozghon-yurii-koriukivka-yahotyn-kostiantyn'],
  ['uk', 'Знам’янка; Щербухи, Гоща — ГАРАЩЕНКО', 'znamianka-shcherbukhy-hoshcha-harashchenko'],
  ['en', 'On «їжак» and m’y', 'on-yizhak-and-m-y'],
  ['ru', 'Общие слова', 'obschie-slova'],
  ['ru', 'Про їжу', 'pro-yizhu'],
  ['ru', 'Журнал', 'zhurnal'],
  ['uk', 'Русский язык', 'russkiy-yazyk'],
  ['be', 'Гістарычны часопіс: слоўнік', 'histarychny-chasopis-slownik'],
  ['bg', 'България, къща и щастие', 'balgaria-kashta-i-shtastie'],
  ['mk', 'Ѓорѓи, Ќирил и џезва', 'gjorgji-kjiril-i-djezva'],
  ['sr', 'Ђорђе и ћирилица, Чачак', 'djordje-i-cirilica-cacak'],
  ['de', 'Über Größe', 'ueber-groesse'],
] as const) {
  test(`${lang}: ${text}`, () => assert.is(asciiName(text, lang), name));
}

test('a letter with its sign apart is one letter', () => assert.is(asciiName('Ї'.normalize('NFD'), 'uk'), 'yi'));

test.run();
