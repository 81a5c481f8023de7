import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readWords } from './prose.ts';
import { readCode } from './read-code.ts';

test('every word of the list is found where it should be, and only there', async () => {
  const words = await readWords();
  assert.ok(words.length > 10);
  for (const { avoid, better, because, pattern, caught, fine } of words) {
    assert.ok(better && because, avoid);
    assert.is(caught.match(pattern)?.length ?? 0, 1, `${avoid}: ${caught}`);
    if (fine) assert.is(fine.match(pattern), null, `${avoid}: ${fine}`);
  }
});

test('comments and messages are told from code, whatever stands in it', () => {
  const code = [
    '/** Makes a thing. */',
    'export function make(a: string): RegExp {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read
    '  const text = `one ${a.replace(/\'/g, "it\'s so")} two {three}`; // a remark',
    '  return a / 2 > 1 ? /[/"`]+ x/ : /x y/;',
    '}',
  ].join('\n');
  assert.equal(
    readCode(code).map(({ kind, line, text, exported = '' }) => [kind, line, text, exported]),
    [
      ['comment', 1, '/** Makes a thing. */', 'make'],
      ['message', 3, '`one $'.concat('{'), ''],
      ['message', 3, '"it\'s so"', ''],
      ['message', 3, '} two {three}`', ''],
      ['comment', 3, '// a remark', ''],
    ],
  );
});

test.run();
