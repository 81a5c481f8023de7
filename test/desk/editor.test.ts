import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openInEditor } from '../../build/desk/open-in-editor.ts';
import { emptyFolder } from '../cli/folders.ts';

// Its editors are programs of the shell.
const test = suite('desk/editor');
const onUnix = process.platform === 'win32' ? test.skip : test;
const folder = await emptyFolder();
const manuscript = join(folder, 'on margins.md');
await writeFile(manuscript, 'Text\n');

/** Makes an editor of this name the user’s, which writes down what it was asked to open; returns where. */
async function editor(name: string, options = ''): Promise<string> {
  const bin = join(folder, 'bin');
  const said = join(folder, `${name}.said`);
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, name), `#!/bin/sh\nfor one in "$@"; do echo "$one"; done > "${said}"\n`);
  await chmod(join(bin, name), 0o755);
  process.env.VISUAL = `${join(bin, name)}${options}`;
  return said;
}

async function whenWritten(path: string): Promise<string> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text) return text;
    await wait(10);
  }
}

const { VISUAL, EDITOR, LAUNCH_EDITOR } = process.env;
test.before(() => {
  delete process.env.EDITOR;
  // In place of those that run on this machine.
  process.env.LAUNCH_EDITOR = 'vim';
});
test.after(() => {
  for (const [name, value] of Object.entries({ VISUAL, EDITOR, LAUNCH_EDITOR }))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

onUnix('an editor that knows lines is opened at the place', async () => {
  const said = await editor('code');
  assert.is(openInEditor(manuscript, 12, 3).editor, 'code');
  assert.match(await whenWritten(said), `${manuscript}:12:3`);
});

onUnix('so it is where it is named with options', async () => {
  const said = await editor('subl', ' --wait');
  assert.is(openInEditor(manuscript, 12, 3).editor, 'subl');
  assert.match(await whenWritten(said), `--wait\n${manuscript}:12:3`);
});

onUnix('one that would take over the terminal is not opened: its user copies the place', async () => {
  await editor('vim');
  assert.equal(openInEditor(manuscript, 12, 3), { place: `${manuscript}:12:3` });
});

test('without an editor, and for a file that is gone, there is the place', () => {
  delete process.env.VISUAL;
  assert.equal(openInEditor(manuscript, 1, 1), { place: `${manuscript}:1:1` });
  assert.equal(openInEditor(join(folder, 'gone.md'), 1, 1), { place: `${join(folder, 'gone.md')}:1:1` });
});

test.run();
