import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { merged } from '../../build/diagnostics/merge.ts';
import { count, hasErrors, report } from '../../build/diagnostics/report.ts';
import { showDiagnostics, summary } from '../../build/diagnostics/show.ts';

const cwd = '/journal';
function file(value: string, path = 'manuscripts/1/a.md'): VFile {
  return new VFile({ path, cwd, value });
}
const show = (...files: VFile[]): string => showDiagnostics(files, { color: false, cwd });

test('place, level, finding and rule; the line and a caret; what was expected, and what to do', () => {
  const one = file('First line.\nSecond word here.\n');
  report(one, 'note-once', {
    at: { start: { line: 2, column: 8 }, end: { line: 2, column: 12 } },
    found: 'A word',
    expected: 'another',
    fix: 'Change it.',
  });
  report(one, 'article-listed', { found: 'Something' });
  assert.is(
    show(one),
    [
      'manuscripts/1/a.md warning Something [article-listed]',
      '',
      'manuscripts/1/a.md:2:8 error A word [note-once]',
      '  2 │ Second word here.',
      '    │        ^^^^',
      '    expected another',
      '    → Change it.',
      '',
      '',
    ].join('\n'),
  );
});

test('in the order of the lines, whatever the order of finding', () => {
  const one = file('a\nb\nc\n');
  for (const line of [3, 1, 2]) report(one, 'note-once', { at: { line, column: 1 }, found: `Line ${line}` });
  assert.equal(show(one).match(/Line \d/g), ['Line 1', 'Line 2', 'Line 3']);
});

test('a long line is cut around the place, a tab is one column wide, and carets end with the line', () => {
  const one = file(`${'x'.repeat(200)}HERE${'y'.repeat(200)}\n\tTab\n`);
  report(one, 'note-once', { at: { start: { line: 1, column: 201 }, end: { line: 1, column: 205 } }, found: 'Far' });
  report(one, 'note-once', { at: { start: { line: 2, column: 2 }, end: { line: 9, column: 1 } }, found: 'Tab' });
  const lines = show(one).split('\n');
  assert.is(lines[1], `  1 │ …${'x'.repeat(40)}HERE${'y'.repeat(52)}…`);
  assert.is(lines[2], `    │ ${' '.repeat(41)}^^^^`);
  assert.is(lines[5], '  2 │  Tab');
  assert.is(lines[6], '    │  ^');
});

test('a file of another folder, and one without a text', () => {
  const style = new VFile({ path: 'styles/own.css', cwd: '/elsewhere' });
  report(style, 'style-valid', { at: { line: 3, column: 1 }, found: 'Broken' });
  assert.is(show(style), '../elsewhere/styles/own.css:3:1 error Broken [style-valid]\n\n');
});

test('nothing of a manuscript can steer the terminal', () => {
  const odd = file('a\u001b[2Jb\u202ec\n', 'manuscripts/\u001b[31m.md');
  report(odd, 'note-once', { at: { line: 1, column: 1 }, found: 'x\u001b]0;y\u0007' });
  assert.is(show(odd), 'manuscripts/�[31m.md:1:1 error x�]0;y� [note-once]\n  1 │ a�[2Jb�c\n    │ ^\n\n');
});

test('counts, and quiet', () => {
  const one = file('');
  assert.is(summary([one]), '');
  report(one, 'language-told', { found: 'x' });
  assert.not(hasErrors([one]));
  assert.is(showDiagnostics([one], { color: false, cwd, quiet: true }), '');
  report(one, 'note-once', { found: 'y' });
  report(one, 'note-once', { found: 'z' });
  report(one, 'note-once', { found: 'w', level: 'warning' });
  assert.equal(count([one]), { error: 2, warning: 1, info: 1 });
  assert.is(summary([one]), '2 errors, 1 warning, 1 info');
});

test('what is alike is told once, with the lines of the others, and counted once', () => {
  const one = file('a\nb\nc\nd\ne\nf\n');
  for (const line of [4, 2, 2, 6]) report(one, 'html-allowed', { at: { line, column: 1 }, found: '<div>', fix: 'x' });
  report(one, 'html-allowed', { at: { line: 3, column: 1 }, found: '<div>', fix: 'another remedy' });
  report(one, 'html-allowed', { at: { line: 3, column: 1 }, found: '<div>', fix: 'x', level: 'error' });
  for (const line of [1, 5]) report(one, 'note-once', { at: { line, column: 1 }, found: `N${line}`, alike: 'n' });
  const shown = show(one);
  assert.equal(shown.match(/^manuscripts.*|→ .*|….*/gm), [
    'manuscripts/1/a.md:1:1 error N1 [note-once]',
    '… and 1 more like it, at line 5',
    'manuscripts/1/a.md:2:1 warning <div> [html-allowed]',
    '→ x',
    '… and 3 more like it, at lines 4, 6',
    'manuscripts/1/a.md:3:1 warning <div> [html-allowed]',
    '→ another remedy',
    'manuscripts/1/a.md:3:1 error <div> [html-allowed]',
    '→ x',
  ]);
  assert.is(summary([one]), '2 errors, 2 warnings');
});

test('of many lines the first twelve are named; what has no line is counted', () => {
  const one = file('');
  for (let line = 1; line <= 2000; line++) report(one, 'note-once', { at: { line, column: 1 }, found: 'x' });
  for (let n = 0; n < 3; n++) report(one, 'note-once', { found: 'y' });
  assert.match(show(one), '… and 1,999 more like it, at lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …\n');
  assert.match(show(one), '… and 2 more like it\n');
});

test('what two issues or two editions find in the same place is told once', () => {
  const [one, two] = [file('a\n'), file('a\n')];
  for (const each of [one, two]) report(each, 'note-once', { at: { line: 1, column: 1 }, found: 'x' });
  report(two, 'note-once', { at: { line: 1, column: 1 }, found: 'y' });
  const [only, ...more] = merged([one, two]);
  assert.equal(more, []);
  assert.equal(
    only?.messages.map(({ reason }) => reason),
    ['x', 'y'],
  );
  assert.is(one.messages.length, 1, 'what was given stays as it is');
});

test.run();
