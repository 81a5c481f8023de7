// Compiles TypeScript to JavaScript when Node loads it, and keeps the result in the user’s cache, so that the next
// command starts sooner.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { folder } from './code-folder.mjs';
import { madeBy as madeBundlesBy, makeBundle } from './in-page-bundle.mjs';

const require = createRequire(import.meta.url);
const settings = { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline', sourcesContent: false };
const madeBy = `esbuild ${require('esbuild/package.json').version} ${JSON.stringify(settings)}`;

/**
 * Node’s hook for resolving modules: a relative path to a TypeScript file is resolved directly, without the many ways
 * in which packages may be found.
 */
export function resolve(name, context, next) {
  const isOurs =
    /^\.\.?\/[^?#%\\]*\.ts(\?bundle)?$/.test(name) && /^file:[^?#]*\.(ts|mjs)$/.test(context.parentURL ?? '');
  return isOurs
    ? { url: new URL(name, context.parentURL).href, format: 'module', shortCircuit: true }
    : next(name, context);
}

/**
 * Node’s hook for loading modules: TypeScript is loaded as JavaScript, `…?bundle` as a script for the browser with all
 * its imports, and everything else is left to Node.
 */
export function load(url, context, next) {
  if (!/^file:.*\.ts(\?bundle)?$/.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  return { format: 'module', source: url.endsWith('?bundle') ? bundled(path) : compiled(path), shortCircuit: true };
}

function compiled(path) {
  const text = readFileSync(path, 'utf8');
  // The last line identifies the source, and shows that the file is complete.
  const mark = `// ${hash(`${madeBy}\n${text}`)}\n`;
  const place = folder && join(folder, `${hash(path)}.js`);
  const kept = place && contentOf(place);
  if (kept?.endsWith(mark)) return kept;
  const made = `${require('esbuild').transformSync(text, { ...settings, sourcefile: path }).code}\n${mark}`;
  if (place) keep(place, made);
  return made;
}

/**
 * Bundles an entry. A cached file begins with the paths of all files in the bundle, and ends as in {@link compiled}.
 */
function bundled(path) {
  const markOf = (paths) => `// ${hash([madeBundlesBy(), ...paths.map((one) => contentOf(one))].join('\n'))}\n`;
  const place = folder && join(folder, `${hash(path)}.bundle.js`);
  const kept = place && contentOf(place);
  if (kept?.endsWith(markOf(JSON.parse(/^\/\/ (\[.*\])\n/.exec(kept)?.[1] ?? '[]')))) return kept;
  const { code, inputs } = makeBundle(path);
  const made = `// ${JSON.stringify(inputs)}\n${code}${markOf(inputs)}`;
  if (place) keep(place, made);
  return made;
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

function contentOf(place) {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes a cached file, first under a temporary name: two commands may write the same file at the same moment. */
function keep(place, text) {
  const aside = `${place}.${process.pid}.${threadId}`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, place);
  } catch {
    // If there is no room, the next command makes it again.
  }
}
