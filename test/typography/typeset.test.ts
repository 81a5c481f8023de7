import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { typesetText } from '../../build/typography/typeset.ts';

/*
 * Plain texts, each before and after: ~ is a space that does not break, | a thin one. Text through emphasis, links and other
 * languages is in test/manuscript/fixtures, typography-….
 */

const cases: Record<string, readonly (readonly [before: string, after: string])[]> = {
  en: [
    ['"A \'b\' c"', '“A ‘b’ c”'],
    ['\'A "b" c\'', '‘A “b” c’'],
    ['She said "no".', 'She said “no”.'],
    ["dogs' tails, O'Neill, 'tis, '90s, rock 'n' roll", 'dogs’ tails, O’Neill, ’tis, ’90s, rock ’n’ roll'],
    ['5\'10", 12" discs', '5′10″, 12″ discs'],
    ['a -- b, a---b, a - b', 'a~– b, a—b, a~– b'],
    ['--root', '--root'],
    ['1990-1995, pp. 12-15, 20-22', '1990–1995, pp.~12–15, 20–22'],
    [
      'ISSN 1990-1995, +38-044-123-4567, 2015-09, 10.5555/a.1990-1995',
      'ISSN 1990-1995, +38-044-123-4567, 2015-09, 10.5555/a.1990-1995',
    ],
    ['See https://example.org/1990-1995/x', 'See https://example.org/1990-1995/x'],
    ['D. E. Knuth, vol. 3, 10 km', 'D.~E.~Knuth, vol.~3, 10~km'],
    ['Wait... what....', 'Wait… what....'],
  ],
  uk: [
    ['"А "б" в"', '«А~„б“ в»'],
    ['«А "б" в»', '«А~„б“ в»'],
    ["Об'єкт, п'ять", 'Об’єкт, п’ять'],
    ['Київ -- столиця', 'Київ~— столиця'],
    ['у Києві, с. 5-6, XIX ст., м. Львів, 2015 р.', 'у~Києві, с.~5–6, XIX~ст., м.~Львів, 2015~р.'],
  ],
  ru: [['"А "б" в" -- г, и т. д.', '«А~„б“ в»~— г, и~т.~д.']],
  de: [
    ['"A \'b\' c"', '„A ‚b‘ c“'],
    ['„A“, "b"', '„A“, „b“'],
    ['A -- b, z. B., S. 5', 'A~– b, z.|B., S.~5'],
  ],
  fr: [
    ['"A "b" c"', '«|A “b” c|»'],
    ['«A», « b »', '«|A|», «|b|»'],
    ["Quoi? Non ! Oui: 10:30; l'ami", 'Quoi|? Non|! Oui~: 10:30|; l’ami'],
    ['A -- b', 'A~— b'],
  ],
};

for (const [lang, texts] of Object.entries(cases)) {
  test(lang, () => {
    for (const [before, after] of texts)
      assert.is(typesetText(before, lang).replaceAll('\u00a0', '~').replaceAll('\u202f', '|'), after);
  });
}

test('what is set stays as it is when it is set again', () => {
  for (const [lang, texts] of Object.entries(cases)) {
    for (const [before] of texts) {
      const once = typesetText(before, lang);
      assert.is(typesetText(once, lang), once);
    }
  }
});

test.run();
