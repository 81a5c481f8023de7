import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withWordChanged } from '../../units/trial-journal.ts';
import { stylesFaces } from '../styles-faces.ts';
import { compile, openCompiler } from './compiler.ts';
import { writeArticle, writeMarkup } from './write-markup.ts';

/*
 * Makes a PDF of manuscripts by Typst, in a process of its own: `typst-once.ts FOLDER TITLE MANUSCRIPT…`. The markup is made in the folder, by Pandoc, unless
 * it is there and `--ready` says so. With `--again N` the process lives on, changes a word N times, and prints what a change took, in ms.
 */

const { values, positionals } = parseArgs({
  options: { ready: { type: 'boolean' }, again: { type: 'string' } },
  allowPositionals: true,
});
const [folder = '.', title = '', ...manuscripts] = positionals;
const workspace = join(folder, 'markup');
if (!values.ready || !existsSync(workspace)) await writeMarkup(manuscripts, title, workspace);
const compiler = openCompiler(workspace, await stylesFaces());
const { pdf, pages } = compile(compiler, workspace);
await writeFile(join(folder, 'typst.pdf'), pdf);

const middle = manuscripts[Math.floor(manuscripts.length / 2)] ?? '';
const original = values.again ? await readFile(middle, 'utf8') : '';
const again: { markup: number; pdf: number }[] = [];
for (let round = 0; round < Number(values.again ?? 0); round++) {
  const name = middle.replace(/^.*[\\/]/, '');
  const changed = join(folder, name);
  await writeFile(changed, withWordChanged(original, round + 100));
  const start = performance.now();
  await writeArticle(changed, workspace);
  const written = performance.now();
  const path = join(workspace, name.replace(/md$/, 'typ'));
  compiler.addSource(path, await readFile(path, 'utf8'));
  await writeFile(join(folder, 'typst.pdf'), compile(compiler, workspace).pdf);
  again.push({ markup: written - start, pdf: performance.now() - written });
}
process.stdout.write(JSON.stringify({ pages, again }));
