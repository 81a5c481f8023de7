import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = resolve(import.meta.dirname, '../..');
const {
  dependencies,
  devDependencies,
  peerDependencies,
  peerDependenciesMeta,
  bundleDependencies,
  scripts,
}: {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
  bundleDependencies: string[];
  scripts: Record<string, string>;
} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/**
 * The packages that code in a folder imports by value, by type alone, or finds by their paths; not those whose types it
 * declares, nor what the peers of the benchmarks import, which have a `package.json` of their own.
 */
async function importedBy(folder: string): Promise<{ values: Set<string>; types: Set<string> }> {
  const values = new Set<string>();
  const types = new Set<string>();
  for (const path of await readdir(join(root, folder), { recursive: true })) {
    if (!/\.(ts|mjs)$/.test(path) || path.includes('fixtures') || path.startsWith('bench/peers/')) continue;
    const code = (await readFile(join(root, folder, path), 'utf8')).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    const statements =
      /^import\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^'.][^']*)'|^export\s+(type\s)?[^'"`;]*?\sfrom\s+'([^'.][^']*)'/gm;
    for (const [, asType, name, alsoType, also] of code.matchAll(statements))
      (asType || alsoType ? types : values).add(packageOf(name ?? also ?? ''));
    for (const [, name = ''] of code.matchAll(/\bimport\('([^'.$][^']*)'\)(?!\.[A-Z])/g)) values.add(packageOf(name));
    for (const [, name = ''] of code.matchAll(/import\('([^'.][^']*)'\)\.[A-Z]/g)) types.add(packageOf(name));
    for (const [, name = ''] of code.matchAll(/\b(?:resolve|require)\('([^'./ ][^' ]*)'\)/g))
      values.add(packageOf(name));
    for (const [, name = ''] of code.matchAll(/'(@jsquash\/[^']*\.wasm)'/g)) values.add(packageOf(name));
  }
  const own = (name: string) => name.startsWith('node:') || builtinModules.includes(name) || name === '';
  for (const set of [values, types]) for (const name of [...set]) if (own(name)) set.delete(name);
  return { values, types };
}

function packageOf(name: string): string {
  return name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** The packages that a package wants beside it. */
async function peersOf(name: string): Promise<string[]> {
  const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8').catch(() => '{}');
  return Object.keys(JSON.parse(text).peerDependencies ?? {});
}

const typesOf = (name: string) => `@types/${name.replace(/^@(.*)\//, '$1__')}`;
const listed = { ...dependencies, ...devDependencies };

test('every package that is imported is listed, by itself or by its types', async () => {
  for (const folder of ['build', 'test']) {
    const { values, types } = await importedBy(folder);
    const isTyped = (name: string) => name in listed || typesOf(name) in listed;
    assert.equal(
      [...values].filter((name) => !(name in listed) && !isTyped(name)),
      [],
      folder,
    );
    assert.equal(
      [...types].filter((name) => !isTyped(name)),
      [],
      folder,
    );
  }
});

test('what stays outside the bundle is used, and comes with the package or can do without', async () => {
  const { values } = await importedBy('build');
  assert.equal(
    Object.keys(dependencies).filter((name) => !values.has(name)),
    [],
  );
  assert.equal(
    Object.keys(peerDependencies).filter((name) => !values.has(name) || !peerDependenciesMeta[name]?.optional),
    [],
  );
  assert.equal(
    Object.entries(peerDependencies).filter(([name, range]) => devDependencies[name] !== range),
    [],
  );
  // Its program is by far the largest file, and is pinned.
  assert.equal(
    Object.keys(dependencies).filter((name) => !bundleDependencies.includes(name)),
    ['@sparticuz/chromium'],
  );
  assert.match(dependencies['@sparticuz/chromium'] ?? '', /^\d/);
});

test('every other package that is listed is bundled, or used by tests, styles or scripts', async () => {
  const [build, tests] = [await importedBy('build'), await importedBy('test')];
  const styles = await readdir(join(root, 'styles'), { recursive: true });
  const sheets = await Promise.all(
    styles.filter((name) => name.endsWith('.css')).map((name) => readFile(join(root, 'styles', name), 'utf8')),
  );
  const imported = [...build.values, ...build.types, ...tests.values, ...tests.types];
  const asked = await Promise.all(imported.map(peersOf));
  const used = new Set([...imported, ...asked.flat()]);
  const isUsed = (name: string) =>
    used.has(name) ||
    name === '@types/node' ||
    [...used].some((one) => typesOf(one) === name) ||
    sheets.some((sheet) => sheet.includes(`"${name}/`)) ||
    // Their commands.
    (name === '@biomejs/biome' && scripts.lint?.includes('biome')) ||
    (name === 'typescript' && scripts.types?.includes('tsc'));
  assert.equal(
    Object.keys(devDependencies).filter((name) => !isUsed(name)),
    [],
  );
});

test.run();
