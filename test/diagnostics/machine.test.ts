import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { diagnosticsJson, githubAnnotations } from '../../build/diagnostics/machine.ts';
import { report } from '../../build/diagnostics/report.ts';

const file = new VFile({ path: 'manuscripts/a, b.md', cwd: '/journal', value: 'x\n' });
report(file, 'note-once', {
  at: { line: 1, column: 1 },
  found: '100% wrong:\nall',
  expected: 'right',
  fix: 'Mend it.',
});
report(file, 'language-told', { found: 'A word' });

test('as data', () => {
  assert.equal(diagnosticsJson([file], '/journal/manuscripts'), [
    { file: 'a, b.md', level: 'info', rule: 'language-told', found: 'A word' },
    {
      file: 'a, b.md',
      line: 1,
      column: 1,
      level: 'error',
      rule: 'note-once',
      found: '100% wrong:\nall',
      expected: 'right',
      fix: 'Mend it.',
    },
  ]);
});

test('as GitHub’s annotations, with its escapes', () => {
  assert.is(
    githubAnnotations([file], '/journal'),
    '::notice file=manuscripts/a%2C b.md,title=language-told::A word\n' +
      '::error file=manuscripts/a%2C b.md,line=1,col=1,title=note-once::100%25 wrong:%0Aall%0Aexpected right%0AMend it.\n',
  );
});

test('what is alike is one piece of data and one annotation, with the places of all', () => {
  const one = new VFile({ path: 'a.md', cwd: '/journal', value: '' });
  for (const line of [7, 3]) report(one, 'html-allowed', { at: { line, column: 2 }, found: `<${line}>`, alike: 'tag' });
  assert.equal(diagnosticsJson([one], '/journal'), [
    {
      file: 'a.md',
      line: 3,
      column: 2,
      level: 'warning',
      rule: 'html-allowed',
      found: '<3>',
      alike: [{ line: 7, column: 2, found: '<7>' }],
    },
  ]);
  assert.is(
    githubAnnotations([one], '/journal'),
    '::warning file=a.md,line=3,col=2,title=html-allowed::<3>%0A… and 1 more like it, at line 7\n',
  );
});

test.run();
