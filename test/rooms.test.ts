import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const build = resolve(import.meta.dirname, '../build');

/** The floors of the house from the top, as the first table of build/README.md has them: each the rooms and files of one row. */
async function readFloors(): Promise<string[][]> {
  const map = await readFile(join(build, 'README.md'), 'utf8');
  const [, table = ''] = /\n\| room \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(map) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .map((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+?)\/?`/g)].map(([, name = '']) => name));
}

/** Every file of code in build/, by its path there, with the files it imports: by value, by type, late, or as the program of a thread. */
async function readImports(): Promise<Map<string, string[]>> {
  const paths = (await readdir(build, { recursive: true })).filter((path) => /(?<!\.d)\.m?[jt]s$/.test(path));
  const read = async (path: string): Promise<[string, string[]]> => {
    const code = await readFile(join(build, path), 'utf8');
    const imported = [...code.matchAll(/(?:\bfrom|\bimport|\bimport\(|new URL\()\s*'(\.[^']+\.m?[jt]s)'/g)];
    return [path, imported.map(([, to = '']) => relative(build, resolve(dirname(join(build, path)), to)))];
  };
  return new Map(await Promise.all(paths.map(read)));
}

const roomOf = (path: string): string => path.split(sep)[0] ?? '';

/** The arrows that do not go down: from a room to one above it, or that no row names. */
function upward(imports: ReadonlyMap<string, readonly string[]>, floors: readonly (readonly string[])[]): string[] {
  const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
  return [...imports].flatMap(([from, targets]) => {
    const floor = floorOf.get(roomOf(from)) ?? Number.POSITIVE_INFINITY;
    return targets
      .filter(
        (to) => !to.startsWith('..') && roomOf(from) !== roomOf(to) && !((floorOf.get(roomOf(to)) ?? -1) >= floor),
      )
      .map((to) => `${from} imports ${to}, which is not in a room below it: move what it needs down, or hand it in`);
  });
}

test('every room imports only rooms below it', async () => {
  assert.equal(upward(await readImports(), await readFloors()), []);
});

test('an arrow upward is seen', () => {
  const floors = [['top'], ['main.ts', 'run.ts'], ['ground']];
  const arrow = (from: string, to: string) => upward(new Map([[from, [to]]]), floors);
  assert.match(arrow(join('ground', 'a.ts'), join('top', 'b.ts'))[0] ?? '', /^ground.a\.ts imports top.b\.ts, which/);
  assert.equal(arrow(join('ground', 'a.ts'), 'main.ts').length, 1);
  assert.equal(arrow(join('top', 'a.ts'), join('attic', 'b.ts')).length, 1);
  assert.equal(arrow('main.ts', 'run.ts'), []);
  assert.equal(arrow(join('top', 'a.ts'), join('ground', 'b.ts')), []);
});

test('the map names every room and file of the house, and no other', async () => {
  const entries = await readdir(build, { withFileTypes: true });
  const rooms = entries
    .filter((entry) => entry.isDirectory() || /\.m?ts$|\.mjs$/.test(entry.name))
    .map(({ name }) => name);
  assert.equal((await readFloors()).flat().sort(), rooms.sort());
});

test('no folder has so many files that nothing in it is found: at most 30', async () => {
  const folders = new Map<string, number>();
  for (const path of await readdir(build, { recursive: true }))
    if (/\.(m?ts|mjs)$/.test(path)) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  assert.equal(
    [...folders].filter(([, count]) => count > 30),
    [],
  );
});

test.run();
