import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { offprintRoot } from '../../build/disk/offprint-root.ts';
import { wordsOfLanguage } from '../../build/languages/language-words.ts';
import { houseLanguages, type Language, languageFor, languagesFolder } from '../../build/languages/languages.ts';
import { sortName } from '../../build/languages/part-name.ts';
import { readLanguage } from '../../build/languages/read-languages.ts';
import { articleWords, issueWords, labelWords } from '../../build/languages/schema.ts';
import { sortTitle } from '../../build/languages/sort-title.ts';
import { readHyphenation } from '../../build/lines/hyphenate.ts';
import { formatDate } from '../../build/text/date.ts';
import { isRightToLeft } from '../../build/text/language-tag.ts';
import { withNumber } from '../../build/text/number-label.ts';
import { typesetText } from '../../build/typography/typeset.ts';

/*
 * The file of each language: it is read as a journal’s own would be, says all that an article needs, and what stands
 * under `tests` in it comes out as it says.
 */

const folder = join(offprintRoot, languagesFolder);
const tags = (await readdir(folder)).map((name) => name.replace(/\.yaml$/, ''));

const wanted =
  'be bg bs ca cs da de de-AT de-CH el grc en en-GB en-US eo es et fi fr fr-CA fr-CH ga hr hu is it la lt lv mk nb nn nl pl pt pt-BR ro ru sk sl sq sr sr-Latn sv tr uk';

test('there is a file for each language that Offprint promises', () => {
  assert.equal(
    wanted.split(' ').filter((tag) => !tags.includes(tag)),
    [],
  );
});

for (const tag of tags) {
  const language = languageFor(houseLanguages, tag) as Language;

  test(`${tag}: the file is as a journal’s own has to be`, async () => {
    const path = join(folder, `${tag}.yaml`);
    const file = new VFile({ path, value: await readFile(path, 'utf8') });
    readLanguage(file);
    assert.equal(file.messages.map(String), []);
    assert.is(language.tag, tag);
    // No article can be in it: only its translations of titles and abstracts, and words in a text.
    if (isRightToLeft(tag)) {
      assert.ok(language.quotes && language.words?.abstract && language.words.keywords);
      return;
    }
    for (const part of [
      'quotes',
      'dashes',
      'numbers',
      'ordinals',
      'dates',
      'hyphenation',
      'words',
      'label-words',
      'issue-words',
    ] as const)
      assert.ok(language[part], part);
    const words = wordsOfLanguage(language);
    const lacking = articleWords.filter((word) => !words[word] && !(tag !== 'en' && ['colon', 'doi'].includes(word)));
    assert.equal(lacking, []);
    assert.equal(
      labelWords.filter((word) => !words[word]),
      [],
    );
    assert.equal(
      issueWords.filter((word) => !words[word] && !(tag !== 'en' && word === 'issn')),
      [],
    );
    assert.match(words['license-says'] ?? '', /{license}/);
    assert.match(words['set-in'] ?? '', /{faces}/);
  });

  test(`${tag}: its own tests`, async () => {
    const shown = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '|');
    const { sentences = [], divided = [], dates = {}, labels = {}, names = {}, titles = {} } = language.tests ?? {};
    for (const { typed, set } of sentences) {
      const once = typesetText(typed, tag, houseLanguages);
      assert.is(shown(once), set);
      assert.is(typesetText(once, tag, houseLanguages), once, 'set again');
    }
    const hyphenate = await readHyphenation([tag], houseLanguages);
    for (const word of divided) {
      const plain = word.replaceAll('-', '');
      const ends = [...hyphenate(plain, tag), plain.length];
      assert.is(ends.map((end, i) => plain.slice(ends[i - 1] ?? 0, end)).join('-'), word);
    }
    const words = wordsOfLanguage(language);
    for (const [date, written] of Object.entries(dates)) assert.is(shown(formatDate(date, words)), written);
    for (const [word, label] of Object.entries(labels)) assert.is(shown(withNumber(words[word] ?? '', 1)), label);
    for (const [name, sorted] of Object.entries(names)) assert.is(sortName({ name }, tag, houseLanguages), sorted);
    for (const [title, sorted] of Object.entries(titles)) assert.is(sortTitle(title, tag, houseLanguages), sorted);
  });
}

test.run();
