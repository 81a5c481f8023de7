import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pandocTree } from '../pandoc-tree.ts';
import { typstArticle } from './typst-markup.ts';

/** Writes the markup of manuscripts, read one after another, as a document with title and contents. */
export async function writeMarkup(manuscripts: readonly string[], title: string, workspace: string): Promise<void> {
  await mkdir(workspace, { recursive: true });
  for (const path of manuscripts) await writeArticle(path, workspace);
  const folder = join(manuscripts[0] ?? '.', '..', 'figures');
  await cp(folder, join(workspace, 'figures'), { recursive: true }).catch(() => {});
  await copyFile(join(import.meta.dirname, 'issue.typ'), join(workspace, 'issue.typ'));
  const includes = manuscripts.map((path) => `#include ${JSON.stringify(`${nameOf(path)}.typ`)}`);
  const head = `#import "issue.typ": setting, leaf\n#set document(title: ${JSON.stringify(title)})\n#show: setting`;
  const front = `#leaf(none)[#text(size: 36pt)[${title}]]\n#leaf(none, outline(depth: 1))`;
  await writeFile(join(workspace, 'main.typ'), `${head}\n${front}\n${includes.join('\n')}\n`);
}

/** Writes the markup of one manuscript. */
export async function writeArticle(path: string, workspace: string): Promise<void> {
  await writeFile(join(workspace, `${nameOf(path)}.typ`), typstArticle(await pandocTree(path)));
}

function nameOf(path: string): string {
  return basename(path, '.md');
}
