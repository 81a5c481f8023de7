import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { offprintRoot } from '../disk/repository.ts';
import { inPageBundles } from '../in-page-bundle.mjs';
import { copyFaces } from './copy-faces.ts';
import { copyPdfJs } from './copy-pdfjs.ts';
import { dropMapsOfData } from './drop-maps.ts';
import { filesBeside } from './files-beside.ts';
import { findReferences } from './find-references.ts';
import { formulaPackages } from './formula-packages.ts';
import { licencesOf } from './licences.ts';

/*
 * Makes `bundle/`, the code of the package, or another folder if one is named: `npm run bundle`, which `npm pack` runs
 * by itself. Modules of build/ and of the packages in devDependencies are bundled into a few files, so that commands
 * start sooner and less is installed; packages in dependencies stay outside. Each `import(…)` begins a file of its own,
 * so that a command loads only the code that it needs. The same sources give the same bytes.
 */
const out = resolve(process.argv[2] ?? join(offprintRoot, 'bundle'));
const { dependencies, peerDependencies } = JSON.parse(await readFile(join(offprintRoot, 'package.json'), 'utf8'));
const references = await findReferences(join(offprintRoot, 'build'));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: offprintRoot,
  entryPoints: [{ in: 'build/main.ts', out: 'main' }, ...references.workers],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.11',
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  // Source maps give traces the names from before minification.
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  // `import 'mdast-util-to-hast'` imports types alone.
  logOverride: { 'ignored-bare-import': 'silent' },
  // CommonJS packages call `require`.
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
  plugins: [inPageBundles, formulaPackages, filesBeside(references, out)],
});
await dropMapsOfData(metafile);
const faces = await copyFaces(join(out, 'fonts'));
const pdfJs = await copyPdfJs(join(out, 'pdfjs'));
await writeFile(join(out, 'third-party.txt'), await licencesOf(metafile, [...faces, pdfJs]));
