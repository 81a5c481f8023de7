import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLocator } from '../../../build/references/cite/locators.ts';

/** The words behind a key, the article’s language, and what is read: label, numbers, the rest; or nothing. */
const cases: [text: string, lang: string, label?: string, locator?: string, rest?: string][] = [
  [', p. 12, and more', 'en', 'page', '12', ', and more'],
  [' p. 12', 'en', 'page', '12', ''],
  [', p.~12', 'en', 'page', '12', ''],
  [', 12–14, 20 ff.', 'en', 'page', '12-14, 20 ff.', ''],
  [', pp. 12--14', 'en', 'page', '12-14', ''],
  [', chap. IV', 'en', 'chapter', 'IV', ''],
  [', § 5', 'en', 'section', '5', ''],
  [', xiv', 'en', 'page', 'xiv', ''],
  ['{p. 12 passim}', 'en', 'page', '12 passim', ''],
  [', {xiv}', 'en', 'page', 'xiv', ''],
  [', с. 12–15', 'uk', 'page', '12-15', ''],
  [', арк. 3 зв.', 'uk', 'folio', '3 зв.', ''],
  [', т. 2, с. 5', 'uk', 'volume', '2', ', с. 5'],
  [', с. 12', 'en', 'page', '12', ''],
  [', л. 5 об.', 'ru', 'folio', '5 об.', ''],
  [', S. 12 f.', 'de', 'page', '12 f.', ''],
  [', Kap. 3', 'de', 'chapter', '3', ''],
  [', f. 12r', 'fr', 'folio', '12r', ''],
  [', rozdz. 3', 'pl', 'chapter', '3', ''],
  [', s. 6', 'pl', 'page', '6', ''],
  [', and passim', 'en'],
  [' and in 1990', 'en'],
  [', did he', 'en'],
  [', I think', 'en'],
  [', in 12 parts', 'en'],
  [', 2nd ed.', 'en'],
];

for (const [text, lang, label, locator, rest] of cases)
  test(`${text} (${lang})`, () => {
    const expected = label === undefined ? undefined : { label, locator, rest };
    assert.equal(readLocator(text, lang), expected);
  });

test.run();
