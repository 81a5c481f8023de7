import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { entryBytes, entryValue } from '../../build/cache/entry.ts';
import { report } from '../../build/diagnostics/report.ts';
import { showDiagnostics } from '../../build/diagnostics/show.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { filesOf, toldOf } from '../../build/memo/told.ts';
import { emptyFolder } from '../cli/folders.ts';

const root = await emptyFolder();
const text = '\ufeffFirst line\r\nSecond — line\nThird line\n';
await mkdir(join(root, 'manuscripts'));
await writeFile(join(root, 'manuscripts/a.md'), text);
const folders = { repository: await openRepository(root), out: join(root, 'dist') };

/** Files with findings of every form. */
function files(): VFile[] {
  const read = new VFile({ path: 'manuscripts/a.md', cwd: root, value: new TextDecoder().decode(Buffer.from(text)) });
  const range = { start: { line: 2, column: 8, offset: 18 }, end: { line: 2, column: 9, offset: 19 } };
  report(read, 'file-text', { at: range, found: 'A dash', expected: 'none', fix: 'Take it out.', level: 'warning' });
  report(read, 'file-text', { at: { line: 3, column: 1 }, found: 'A word', level: 'info' });
  for (const line of [1, 2])
    report(read, 'file-text', { at: { line, column: 1 }, found: `Line ${line}`, alike: 'line' });
  const made = new VFile({ path: '2026-1/a.pdf', cwd: folders.out });
  report(made, 'file-text', { found: 'No place', level: 'warning' });
  const house = new VFile({ path: 'styles/x.css', cwd: `${offprintRoot}/`, value: 'a {}\n' });
  report(house, 'file-text', { at: { line: 1, column: 3 }, found: 'A brace' });
  const changed = new VFile({ path: 'manuscripts/a.md', cwd: root, value: 'as it was read' });
  report(changed, 'file-text', { at: { line: 1, column: 4 }, found: 'Other text' });
  return [read, made, house, changed, new VFile({ path: 'quiet.md', cwd: root, value: 'x' })];
}

test('diagnostics are shown as before, from data that was kept', async () => {
  const told = await toldOf(files(), folders);
  assert.ok(told);
  const name = { kind: 'build', key: 'a' };
  const back = entryValue(name, entryBytes(name, told))?.value as typeof told;
  const again = await filesOf(back, folders);
  const show = (some: readonly VFile[]) => showDiagnostics(some, { color: false, cwd: root });
  assert.is(show(again), show(files()));
  assert.match(show(again), 'Second — line');
  assert.is(show(again).split(' more like it').length, 2);
});

test('texts that can be read again are not kept', async () => {
  const told = (await toldOf(files(), folders)) ?? [];
  assert.equal(
    told.map((one) => one.text),
    [undefined, '', 'a {}\n', 'as it was read'],
  );
});

test('findings on files elsewhere are not told again', async () => {
  const file = new VFile({ path: 'a', cwd: '/elsewhere' });
  report(file, 'file-text', { found: 'x' });
  assert.is(await toldOf([file], folders), undefined);
});

test.run();
