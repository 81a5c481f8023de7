import { execFileSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pandocTree } from '../pandoc-tree.ts';
import { stylesFaces } from '../styles-faces.ts';
import { xelatexArticle } from './xelatex-markup.ts';

/** True if XeLaTeX is there, with what the preamble asks for. */
export function xelatexInstalled(): boolean {
  try {
    execFileSync('xelatex', ['--version'], { stdio: 'ignore' });
    return ['microtype.sty', 'russianb.ldf', 'ukraineb.ldf', 'fontspec.sty'].every(
      (file) => execFileSync('kpsewhich', [file], { encoding: 'utf8' }).trim() !== '',
    );
  } catch {
    return false;
  }
}

/** Sets a manuscript in a folder that has its figures as PNG. Throws with what XeLaTeX says of faults. */
export async function setByXelatex(manuscript: string, folder: string): Promise<Uint8Array> {
  for (const face of await stylesFaces()) await copyFile(face, join(folder, basename(face)));
  const preamble = await readFile(join(import.meta.dirname, 'preamble.tex'), 'utf8');
  const markup = xelatexArticle(await pandocTree(manuscript), preamble);
  await writeFile(join(folder, 'article.tex'), markup);
  try {
    // What it may run and where it may write is up to what is installed; by itself it runs nothing.
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'article.tex'];
    execFileSync('xelatex', options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });
  } catch (error) {
    const said = String((error as { stdout?: Buffer }).stdout ?? error);
    throw new Error(`XeLaTeX: ${/^!.*(\n.*){0,3}/m.exec(said)?.[0] ?? said.slice(-500)}`);
  }
  return readFile(join(folder, 'article.pdf'));
}
