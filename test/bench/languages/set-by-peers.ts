import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stylesFaces } from '../peers/styles-faces.ts';
import { compile, openCompiler } from '../peers/typst/compiler.ts';
import { polyglossia } from './languages-of-polyglossia.ts';
import type { PageOfLiterature } from './page-of-literature.ts';

/** Source Serif has no Greek with all its accents: there, ours is Noto Serif at 89 %. */
const isPolytonic = (tag: string) => tag === 'grc' || tag === 'el-polyton';

/** True if XeLaTeX is there, with polyglossia and csquotes. */
export function polyglossiaInstalled(): boolean {
  try {
    const files = ['polyglossia.sty', 'csquotes.sty', 'fontspec.sty', 'gloss-estonian.ldf'];
    return files.every((file) => execFileSync('kpsewhich', [file], { encoding: 'utf8' }).trim() !== '');
  } catch {
    return false;
  }
}

/** Sets a page of literature by XeLaTeX with polyglossia and csquotes, in a column of 66 mm. */
export async function setByPolyglossia(page: PageOfLiterature, folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true });
  for (const face of await stylesFaces()) await copyFile(face, join(folder, basename(face)));
  await writeFile(join(folder, 'page.tex'), latexOf(page));
  const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'page.tex'];
  try {
    execFileSync('xelatex', options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });
  } catch (error) {
    const said = String((error as { stdout?: Buffer }).stdout ?? error);
    throw new Error(`XeLaTeX: ${/^!.*(\n.*){0,2}/m.exec(said)?.[0] ?? said.slice(-300)}`);
  }
  return readFile(join(folder, 'page.pdf'));
}

function latexOf({ tag, author, paragraphs, note, cells }: PageOfLiterature): string {
  const face = isPolytonic(tag) ? 'NotoSerif_400Regular.ttf' : 'SourceSerif4_400Regular.ttf';
  const size = isPolytonic(tag) ? 9.3 * 0.89 : 9.3;
  const text = paragraphs.map((paragraph) => latexText(paragraph).replace('[^1]', `\\footnote{${latexText(note)}}`));
  const row = (one: readonly string[] = []) => `${one.map(latexText).join(' & ')} \\\\`;
  return String.raw`\documentclass{article}
\usepackage[paperwidth=100mm,paperheight=1500mm,textwidth=66mm,textheight=1400mm,inner=17mm]{geometry}
\usepackage{fontspec,microtype}
\usepackage{polyglossia}
\setmainlanguage${polyglossia[tag] ?? '{english}'}
\setmainfont{${face}}
\newfontfamily\cyrillicfont{${face}}
\newfontfamily\greekfont{${face}}
\usepackage[autostyle=true]{csquotes}
\makeatletter
\renewcommand\normalsize{\@setfontsize\normalsize{${size}bp}{12.75bp}}
\renewcommand\footnotesize{\@setfontsize\footnotesize{7.4bp}{9.75bp}}
\long\def\@makecaption#1#2{{\small\fontsize{7.6bp}{9.75bp}\selectfont#1 #2\par}}
\makeatother
\normalsize\frenchspacing\tolerance=1000\emergencystretch=0.75em\parindent=1em\pagestyle{empty}
\begin{document}
\begin{table}[h]\caption{${latexText(author)}}\fontsize{7.6bp}{9.75bp}\selectfont\begin{tabular}{rrr}${row(cells[0])}${row(cells[1])}\end{tabular}\end{table}

${text.join('\n\n')}
\end{document}
`;
}

/** Text in LaTeX: quotations, double and single, are told to csquotes; a mark without another is left. */
function latexText(text: string): string {
  return text
    .replace(/[#$%&_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde ')
    .replace(/(?<=^|[\s("—])'(\S[^']*?)'(?=[\s.,;:!?"—)]|$)/g, '\\enquote{$1}')
    .replace(/"([^"]*)"/g, '\\enquote{$1}');
}

/** Sets pages of literature by Typst, in columns of 66 mm. */
export async function setByTypst(all: readonly PageOfLiterature[], folder: string): Promise<Uint8Array[]> {
  await mkdir(folder, { recursive: true });
  const compiler = openCompiler(folder, await stylesFaces());
  const made: Uint8Array[] = [];
  for (const page of all) {
    const path = join(folder, 'main.typ');
    await writeFile(path, typstOf(page));
    compiler.addSource(path, typstOf(page));
    made.push(compile(compiler, folder).pdf);
  }
  return made;
}

function typstOf({ tag, author, paragraphs, note, cells }: PageOfLiterature): string {
  const [lang = '', ...more] = tag.split('-');
  const region = more.find((part) => /^[A-Z]{2}$/.test(part));
  const script = more.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const said = [`lang: "${lang}"`, region && `region: "${region}"`, script && `script: "${script.toLowerCase()}"`];
  const [face, size] = isPolytonic(tag) ? ['Noto Serif', 9.3 * 0.89] : ['Source Serif 4', 9.3];
  const text = paragraphs.map((paragraph) => typstText(paragraph).replace('\\[^1\\]', `#footnote[${typstText(note)}]`));
  const rows = cells.flat().map((cell) => `[${typstText(cell)}]`);
  return `#set page(width: 100mm, height: 1500mm, margin: (x: 17mm, y: 20mm))
#set text(${said.filter(Boolean).join(', ')}, font: "${face}", size: ${size}pt)
#set par(justify: true, leading: 3.45pt, spacing: 3.45pt, first-line-indent: 1em)
#show footnote.entry: set text(size: 7.4pt)
#show figure: set text(size: 7.6pt)
#figure(table(columns: 3, ${rows.join(', ')}), caption: [${typstText(author)}])

${text.join('\n\n')}
`;
}

function typstText(text: string): string {
  return text.replace(/[\\#$*_<>@`[\]~]/g, '\\$&').replace(/^([-+=/])/, '\\$1');
}
