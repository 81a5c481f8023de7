import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BrowserDied } from '../../build/browser/browser-died.ts';
import { BrowserMissing } from '../../build/browser/browser-missing.ts';
import { temporaryFolderFull } from '../../build/browser/temporary-folder-full.ts';
import { faultOf } from '../../build/cli/fault.ts';
import { UsageError } from '../../build/cli/usage.ts';
import { PathOutside } from '../../build/disk/repository.ts';
import { OutputInTheWay } from '../../build/dist/output-in-the-way.ts';
import { TemplateError } from '../../build/theme/templates.ts';

/** An error as Node throws it for a system call. */
function refused(code: string): Error {
  return Object.assign(new Error(`${code}: no, open '/dist/x'`), { code, path: '/dist/x' });
}

test('what ends a run has its exit code, and words without codes or traces', async () => {
  assert.is(await temporaryFolderFull(), undefined, 'there is room');
  const faults: [unknown, number, RegExp][] = [
    [new UsageError('There is no issue 7.'), 2, /^There is no issue 7\.$/],
    [new OutputInTheWay('/dist/1'), 2, /^\/dist\/1 holds files that no build made/],
    [new BrowserMissing(['installed: none']), 3, /Install Google Chrome[\s\S]*--only epub/],
    [new BrowserDied('it hung'), 3, /it hung[\s\S]*memory/],
    [refused('EACCES'), 3, /^\/dist\/x may not be read or written\. Change its permissions/],
    [refused('EROFS'), 3, /^\/dist\/x may not be/],
    [refused('ENOSPC'), 3, /^The disk is full, which \/dist\/x is on\. Free/],
    [
      await temporaryFolderFull(new Error('Protocol error (IO.read): Read failed')),
      3,
      /^The disk is full: the temporary folder /,
    ],
    [refused('EISDIR'), 2, /^\/dist\/x is a folder, where a file/],
    [new PathOutside('styles/x.css'), 2, /^styles\/x\.css leads out of the journal’s folder\. Put the file itself/],
    [
      new TemplateError('templates/preflight.html.ejs', 3, 'x is not defined'),
      1,
      /^templates\/preflight\.html\.ejs:3: x is/,
    ],
    [refused('EBUSY'), 3, /^\/dist\/x is open in another program\./],
    [refused('ENOTDIR'), 2, /^\/dist\/x has no place/],
  ];
  for (const [error, code, message] of faults) {
    const fault = faultOf(error);
    assert.is(fault.code, code);
    assert.match(fault.message, message);
    assert.not.match(fault.message, /^ +at |\bE[A-Z]{4,}\b/m);
  }
});

test('a fault of Offprint’s own is called so, and shows its trace to those who ask', () => {
  const error = new TypeError('x is not a function');
  const fault = faultOf(error);
  assert.is(fault.code, 1);
  assert.match(
    fault.message,
    /^Offprint failed: x is not a function\nThis is a fault in Offprint, not in your manuscripts/,
  );
  assert.not.match(fault.message, /^ +at /m);
  process.env.OFFPRINT_DEBUG = '1';
  const { message } = faultOf(error);
  delete process.env.OFFPRINT_DEBUG;
  assert.match(message, /\n +at /);
});

test.run();
