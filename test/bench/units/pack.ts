import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Puts the package of a checkout, as users have it, into a folder, with packages beside it. */
export function pack(checkout: string, folder: string): void {
  mkdirSync(folder);
  const { files } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { files: string[] };
  for (const path of ['package.json', ...files.filter((path) => path !== 'bundle')]) {
    const from = path.includes('*') ? dirname(path) : path;
    cpSync(join(checkout, from), join(folder, from), { recursive: true });
  }
  execFileSync(
    process.execPath,
    ['--import', './build/typescript.mjs', 'build/ship/bundle.ts', join(folder, 'bundle')],
    { cwd: checkout, stdio: 'ignore' },
  );
  // The package brings its faces.
  const packages = readdirSync(join(checkout, 'node_modules')).filter((name) => name !== '@expo-google-fonts');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of packages) symlinkSync(join(checkout, 'node_modules', name), join(folder, 'node_modules', name));
  if (!readdirSync(join(folder, 'bundle')).includes('main.mjs')) throw new Error(`${checkout} makes no bundle`);
}
