// Bundles the code of `in-page/` folders as scripts for the browser. The repository uses it at run time, and the
// package when it is built.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);
const root = dirname(import.meta.dirname);
const settings = {
  absWorkingDir: root,
  outfile: join(root, 'in-page.js'),
  bundle: true,
  write: false,
  platform: 'browser',
  format: 'iife',
  globalName: 'inPage',
  target: 'chrome120',
  charset: 'utf8',
  // The value of the script is the exports of its entry; the page gets no global name.
  banner: { js: '(() => {"use strict";' },
  footer: { js: 'return inPage;\n})()' },
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
  tsconfigRaw: '{}',
};

/** The esbuild version and settings, which identify the form of the scripts. */
export const madeBy = () => `esbuild ${require('esbuild/package.json').version} ${JSON.stringify(settings)}`;

/**
 * Bundles an entry: a module whose default export is the script and its source map, and the paths of all files in it.
 * The script is not minified, so that traces have the names of functions. Throws an Error that names the file and the
 * line of an import that the browser cannot have.
 */
export function makeBundle(entry) {
  const path = relative(root, entry).replaceAll('\\', '/');
  const { outputFiles, metafile } = build(entry, path);
  const packages = Object.keys(metafile.inputs).filter((one) => one.includes('node_modules/'));
  if (packages.length > 0)
    throw new Error(`${path} runs in the browser, and may import only code of ours: it imports ${packages.join(', ')}`);
  const [map, script] = ['.map', '.js'].map((end) => outputFiles.find((file) => file.path.endsWith(end)).text);
  const bundle = { script: `${script}//# sourceURL=in-page:${path}\n`, map };
  return {
    code: `export default ${JSON.stringify(bundle)};\n`,
    inputs: Object.keys(metafile.inputs).map((input) => join(root, input)),
  };
}

function build(entry, path) {
  try {
    return require('esbuild').buildSync({ ...settings, entryPoints: [entry] });
  } catch (error) {
    const told = error.errors?.map(({ text, location }) => `\n${location?.file}:${location?.line}: ${text}`) ?? [];
    throw new Error(`${path} cannot be made ready for the browser:${told.join('') || ` ${error.message}`}`);
  }
}

/** A plug-in for esbuild that resolves `…?bundle` to the bundle. */
export const inPageBundles = {
  name: 'in-page-bundles',
  setup(build) {
    build.onResolve({ filter: /\.ts\?bundle$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?bundle', '')),
      namespace: 'in-page',
    }));
    build.onLoad({ filter: /.*/, namespace: 'in-page' }, ({ path }) => ({ contents: makeBundle(path).code }));
  },
};
