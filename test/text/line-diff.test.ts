import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diffLines, unifiedDiff } from '../../build/text/line-diff.ts';
import { longestRise } from '../../build/text/longest-rise.ts';

const test = suite('text/line-diff');

test('a paragraph that moved goes and comes whole', () => {
  const lines = (text: string) => text.split('');
  const shown = diffLines(lines('abcdxy'), lines('xyabcd')).map(({ sign, text }) => sign + text);
  assert.equal(shown, ['+x', '+y', ' a', ' b', ' c', ' d', '-x', '-y']);
});

test('a diff has three lines around a change, and says where they are', () => {
  const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15';
  const after = before.replace('2\n', 'two\n').replace('14\n', '').replace('15', '15\n');
  assert.is(
    unifiedDiff('a.bib', before, after),
    `--- a/a.bib
+++ b/a.bib
@@ -1,5 +1,5 @@
 1
-2
+two
 3
 4
 5
@@ -11,5 +11,4 @@
 11
 12
 13
-14
-15
\\ No newline at end of file
+15
`,
  );
  assert.is(unifiedDiff('a.bib', before, before), '');
});

test('the lines of a diff that stay and go are the text before, those that stay and come the text after', () => {
  // A small generator, the same in every run.
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 300; round++) {
    const text = () => Array.from({ length: next(30) }, () => String(next(12)));
    const [before, after] = [text(), text()];
    const diff = diffLines(before, after);
    const without = (sign: string) => diff.flatMap((line) => (line.sign === sign ? [] : [line.text]));
    assert.equal(without('+'), before);
    assert.equal(without('-'), after);
  }
});

test('the longest rising chain', () => {
  assert.equal(longestRise([3, 1, 2, 5, 4]), [1, 2, 4]);
  assert.equal(longestRise([]), []);
  assert.equal(longestRise([2, 1]), [1]);
});

test.run();
