import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('prose/names');
const build = resolve(import.meta.dirname, '../../build');

/** The names that modules export, each with the modules that declare it. */
async function exportedNames(): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  for (const path of (await readdir(build, { recursive: true })).filter((one) => one.endsWith('.ts')).sort()) {
    const code = await readFile(join(build, path), 'utf8');
    const declared = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
    for (const name of new Set([...code.matchAll(declared)].map(([, name = '']) => name)))
      names.set(name, [...(names.get(name) ?? []), path]);
  }
  return names;
}

test('a name that is exported means one thing in the whole house', async () => {
  const names = await exportedNames();
  assert.ok(names.size > 500);
  assert.equal(
    [...names].filter(([, modules]) => modules.length > 1).map(([name, modules]) => `${name}: ${modules.join(', ')}`),
    [],
  );
});

test.run();
