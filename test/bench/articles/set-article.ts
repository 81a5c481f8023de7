import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-wasm';
import { offprintRoot } from '../../../build/disk/repository.ts';
import { startRenderer } from '../../../build/images/renderer.ts';
import { typstInstalled } from '../peers/typst/compiler.ts';
import { setByXelatex, xelatexInstalled } from '../peers/xelatex/set-by-xelatex.ts';
import { pandocInstalled, typstPdf } from '../units/programs.ts';
import type { TrialJournal } from '../units/trial-journal.ts';

/** A program that sets an article, and what it wants to be there. */
export interface Setter {
  name: string;
  wants: string;
  isThere: () => boolean;
  /** Sets the article of a journal that has no other, in a folder of its own; the finished PDF. */
  set: (journal: TrialJournal, folder: string) => Promise<Uint8Array>;
}

/** The programs whose pages are compared: the same article, face, sizes and measure. */
export const setters: readonly Setter[] = [
  { name: 'Offprint', wants: '', isThere: () => true, set: (journal, folder) => setByOffprint(journal.root, folder) },
  {
    name: 'Typst',
    wants: 'pandoc, and npm install in test/bench/peers/',
    isThere: () => typstInstalled() && pandocInstalled(),
    set: async (journal, folder) => {
      const [program, args] = typstPdf(journal, folder);
      execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      return readFile(join(folder, 'typst.pdf'));
    },
  },
  {
    name: 'XeLaTeX',
    wants:
      'pandoc, and the Debian packages texlive-xetex, texlive-latex-recommended and texlive-lang-cyrillic, -german, -french',
    isThere: () => xelatexInstalled() && pandocInstalled(),
    set: async ({ manuscripts: [manuscript = ''] }, folder) => {
      await paintFigures(dirname(manuscript), folder);
      return setByXelatex(manuscript, folder);
    },
  },
];

/** The screen PDF of a journal’s one issue, built by the command. */
export async function setByOffprint(root: string, folder: string): Promise<Uint8Array> {
  const options = ['--root', root, '--out', join(folder, 'out'), '--only', 'screen', '--no-cache', '--quiet'];
  execFileSync(process.execPath, [join(offprintRoot, 'build/offprint.mjs'), 'build', ...options], { stdio: 'ignore' });
  const files = await readdir(join(folder, 'out'), { recursive: true });
  return readFile(join(folder, 'out', files.find((name) => name.endsWith('-screen.pdf')) ?? ''));
}

/** Puts the figures beside a manuscript into a folder; TeX reads no drawings, so they are painted. */
async function paintFigures(from: string, folder: string): Promise<void> {
  await startRenderer();
  await cp(from, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.svg')) continue;
    const drawing = new Resvg(await readFile(join(folder, name), 'utf8'), { fitTo: { mode: 'width', value: 1200 } });
    await writeFile(join(folder, name.replace(/\.svg$/, '.png')), drawing.render().asPng());
    drawing.free();
  }
}
