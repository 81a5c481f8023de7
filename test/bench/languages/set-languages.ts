import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setByOffprint } from '../articles/set-article.ts';
import { findColumns } from '../read-pages/columns.ts';
import { findFaces } from '../read-pages/faces-of-text.ts';
import { type Line, linesOf } from '../read-pages/lines.ts';
import { paintedPages } from '../read-pages/painted-glyphs.ts';
import { journal, type PageOfLiterature } from './page-of-literature.ts';

/** The widths of a page, in mm, that make a column of 66 mm in each style. */
const pages = { quarterly: '175.75 × 240 mm', essay: '100.18 × 240 mm' };

/** Sets all pages of literature by Offprint, in columns of 66 mm; the lines of each. */
export async function setLanguages(
  style: keyof typeof pages,
  all: readonly PageOfLiterature[],
  work: string,
): Promise<Line[][]> {
  const root = join(work, style);
  await cp(journal, root, { recursive: true });
  const settings = join(root, 'manuscripts', 'journal.yaml');
  const said = (await readFile(settings, 'utf8')).replace(/^style: .*$/m, `style: ${style}\npage: ${pages[style]}`);
  await writeFile(settings, said);
  await mkdir(join(work, `${style}-out`), { recursive: true });
  return linesOfArticles(await setByOffprint(root, join(work, `${style}-out`)), all);
}

/** The lines of each page of literature in a PDF of all of them. */
export async function linesOfArticles(pdf: Uint8Array, all: readonly PageOfLiterature[]): Promise<Line[][]> {
  const painted = await paintedPages(pdf);
  const faces = findFaces(painted);
  const columns = findColumns(painted, ({ size }) => size > faces.notes && size < 1.3 * faces.text);
  const articles: Line[][] = [];
  for (const page of painted) {
    const large = page.glyphs.filter(({ size }) => size > 1.3 * faces.text).map(({ text }) => text);
    const title = spaceless(all[articles.length]?.title ?? '');
    if (title !== '' && spaceless(large.join('')) === title) articles.push([]);
    articles.at(-1)?.push(...linesOf(page, columns[page.number % 2] ?? [], faces));
  }
  return articles;
}

function spaceless(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** The lines of a PDF that has one column. */
export async function linesOfColumn(pdf: Uint8Array): Promise<Line[]> {
  const painted = await paintedPages(pdf);
  return painted.flatMap((page) =>
    linesOf(page, [{ left: 0, right: page.width }], { family: '', text: 0, notes: 0 }).sort((a, b) => b.y - a.y),
  );
}
