import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { offprintRoot } from '../disk/repository.ts';
import { nameOf, type References, reference } from './find-references.ts';

/**
 * Makes the bundle find the files that code names by `new URL('./…', import.meta.url)`: files below build/ are copied
 * into it, other files of the package stay in place, and threads start from the bundle’s own files. The modules that
 * let Node run TypeScript are left out.
 */
export function filesBeside({ read }: References, out: string): Plugin {
  const build = join(offprintRoot, 'build');
  return {
    name: 'files-beside',
    setup({ onLoad, onResolve, onEnd }) {
      onResolve({ filter: /\/typescript\.mjs$/ }, () => ({ path: 'typescript', namespace: 'nothing' }));
      onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
      onLoad({ filter: /[\\/]build[\\/].*\.(ts|mjs)$/ }, async ({ path }) => {
        if (relative(build, path).startsWith('..')) return undefined;
        const contents = (await readFile(path, 'utf8')).replace(reference, (_, to: string) => {
          const target = /\.(ts|mjs)$/.test(to) ? `./${nameOf(to)}.mjs` : placeOf(join(dirname(path), to));
          return `new URL('${target}', import.meta.url)`;
        });
        const unknown = contents.replace(reference, '').replaceAll('createRequire(import.meta.url)', '');
        const errors = unknown.includes('import.meta.')
          ? [
              {
                text: `${path}: only new URL('./…', import.meta.url) and createRequire(import.meta.url) can be bundled`,
              },
            ]
          : [];
        return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js', errors };
      });
      onEnd(async () => {
        for (const path of read) {
          const from = join(offprintRoot, path);
          if (relative(build, from).startsWith('..')) continue;
          const to = join(out, relative(build, from));
          await mkdir(dirname(to), { recursive: true });
          await copyFile(from, to);
        }
      });
    },
  };

  /** The path from the bundle, whose files are all in one folder, to a file. */
  function placeOf(path: string): string {
    const inBuild = relative(build, path);
    const place = inBuild.startsWith('..') ? join('..', relative(offprintRoot, path)) : `./${inBuild}`;
    return place.replaceAll('\\', '/');
  }
}
