import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The one build that `--quick` makes: of the sample issue, with all its editions. */
const sample = 'cli/sample-issue.test.ts';

/** The test files of a folder whose path has one of the words, or all of them. `quick`: of these only what is soon done. */
export async function choose(root: string, words: readonly string[], quick: boolean): Promise<string[]> {
  const all = (await readdir(root, { recursive: true }))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.test.ts') && !/fixtures\/|node_modules\//.test(path))
    .sort();
  const chosen = all.filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
  if (!quick) return chosen;
  const pure = await pureFiles(root, chosen);
  return chosen.filter((path) => pure.has(path) || path === sample);
}

/**
 * Test files from whose imports, early or late, no way leads to the browser, to another program or to the compiler. What
 * is imported for its types alone does not count.
 */
export async function pureFiles(root: string, files: readonly string[]): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: files.map((file) => join(root, file)),
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'unused',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // What runs in the browser starts no program.
    external: ['*?bundle'],
    // Top-level await, and URLs of files beside a module, stay what they are.
    target: 'node20',
    logLevel: 'silent',
  });
  const impure = reachingOut(metafile.inputs);
  return new Set(files.filter((file) => !impure.has(relative('.', resolve(root, file)).split(sep).join('/'))));
}

/** What is read by the compiler is the same whatever runs the tests. */
const outside = /^(node:)?child_process$|^puppeteer$|^typescript$/;

function reachingOut(inputs: Metafile['inputs']): Set<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [path, { imports }] of Object.entries(inputs))
      if (imports.some(({ path: to, external }) => (external ? outside.test(to) : found.has(to)))) found.add(path);
  }
  return found;
}
