import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { speaker } from '../../build/messages/speak.ts';
import { userLanguage } from '../../build/messages/user-language.ts';

const speak = speaker({
  lang: 'uk',
  messages: {
    and: 'і',
    error: 'помилка',
    'a note': 'примітка',
    'a quotation': 'цитата',
    '{1}: {2}': '{~1}: {~2}',
    'paragraph {1}': 'абзац {1}',
    'There is no file {1}': 'Немає файлу {1}',
    'There is no file {1} in {2}': 'У {2} немає файлу {1}',
    'A heading in {1}': 'Заголовок тут: {~1}',
    '{1} page{2?s|} changed': 'змінено {1} {1#сторінку|сторінки|сторінок}',
    'The {1?left|right} half{2? of page {3}|}': '{1?Ліва|Права} половина{2? сторінки {3}|}',
    'expected {1}': 'очікувано: {~1}',
    '{1} em at least': 'щонайменше {1} em',
    'The words “{1}” twice': 'Двічі слова «{~1}»',
    'Save it again.': 'Збережіть знову.',
    'It has: {1}.': 'Є: {1}.',
  },
});

const said: [english: string, ukrainian: string][] = [
  ['error', 'помилка'],
  ['There is no file error', 'Немає файлу error'],
  ['There is no file a.md in b', 'У b немає файлу a.md'],
  ['A heading in a note', 'Заголовок тут: примітка'],
  ['A heading in a note and a quotation', 'Заголовок тут: примітка і цитата'],
  ['1 page changed', 'змінено 1 сторінку'],
  ['3 pages changed', 'змінено 3 сторінки'],
  ['11 pages changed', 'змінено 11 сторінок'],
  ['1,021 pages changed', 'змінено 1\u00a0021 сторінку'],
  ['The left half', 'Ліва половина'],
  ['The right half of page 7', 'Права половина сторінки 7'],
  ['paragraph 3: There is no file x', 'абзац 3: Немає файлу x'],
  ['There is no file x. Save it again.', 'Немає файлу x. Збережіть знову.'],
  ['expected 18 em at least', 'очікувано: щонайменше 18 em'],
  ['The words “There is no file x” twice', 'Двічі слова «There is no file x»'],
  ['Save it again. It has: a, b.', 'Збережіть знову. Є: a, b.'],
  ['error\n  There is no file x', 'помилка\n  Немає файлу x'],
];

for (const [english, ukrainian] of said)
  test(`“${english}” is said in Ukrainian`, () => assert.is(speak(english), ukrainian));

for (const text of ['', 'A text that nobody knows: at all', 'Somebody: error and a note', 'x'.repeat(10_000)])
  test(`what the table lacks stays as it is: “${text.slice(0, 30)}”`, () => assert.is(speak(text), text));

const languages: [Record<string, string>, string][] = [
  [{}, 'en'],
  [{ LANG: 'C' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'uk_UA.UTF-8' }, 'uk'],
  [{ LANG: 'uk_UA.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'uk_UA' }, 'uk'],
  [{ LANG: 'en_GB.UTF-8', OFFPRINT_LANG: 'uk' }, 'uk'],
  [{ LANG: 'uk_UA.UTF-8', OFFPRINT_LANG: 'en' }, 'en'],
  [{ LANG: 'uk_UA.UTF-8', OFFPRINT_LANG: '' }, 'uk'],
];

for (const [env, lang] of languages)
  test(`${JSON.stringify(env)} asks for ${lang}`, () => assert.is(userLanguage(env), lang));

test.run();
