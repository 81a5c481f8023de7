import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyrightLine } from '../../build/issue/copyright-line.ts';

test('sign and year stand before whoever holds the copyright, once', () => {
  assert.is(copyrightLine('The authors', '2026-03'), '© 2026 The authors');
  assert.is(copyrightLine('Автори', '2015'), '© 2015 Автори');
  for (const own of [
    '© The authors',
    '© 2026 The authors',
    'Copyright by the press',
    '2019 The Press',
    '(c) The Press',
  ])
    assert.is(copyrightLine(own, '2026'), own);
});

test.run();
