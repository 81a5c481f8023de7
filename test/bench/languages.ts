import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactsOfLines, factsOfLines } from './languages/facts-of-lines.ts';
import { type PageOfLiterature, readPages } from './languages/page-of-literature.ts';
import { polyglossiaInstalled, setByPolyglossia, setByTypst } from './languages/set-by-peers.ts';
import { linesOfColumn, setLanguages } from './languages/set-languages.ts';
import { typstInstalled } from './peers/typst/compiler.ts';

/*
 * A page of literature in each language, in a column of 66 mm: how even its lines are in both styles, and, in the face and the size of `quarterly`, beside
 * XeLaTeX with polyglossia and csquotes, and Typst: evenness, hyphens, quotation marks, labels, and words of one letter at the ends of lines.
 */

const pages = await readPages();
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
try {
  const ours = await factsByOffprint('quarterly');
  const essay = await factsByOffprint('essay');
  const peers = new Map([
    ['XeLaTeX', await factsByXelatex()],
    ['Typst', await factsByTypst()],
  ]);
  process.stdout.write(
    '\n| language | program | lines | mean gap, em | sd | hyphens | marks | label | one letter at ends |\n',
  );
  process.stdout.write('|--|--|--:|--:|--:|--:|--|--|--:|\n');
  for (const [i, { tag }] of pages.entries()) {
    row(tag, 'Offprint', ours[i]);
    row('', 'essay', essay[i]);
    for (const [name, facts] of peers) if (facts) row('', name, facts[i]);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

function row(tag: string, name: string, facts: FactsOfLines | string | undefined): void {
  if (!facts || typeof facts === 'string') {
    process.stdout.write(`| ${tag} | ${name} | ${facts ?? 'not set'} | | | | | | |\n`);
    return;
  }
  const { lines, mean, deviation, hyphens, quotes, label, oneLetterEnds } = facts;
  const numbers = [lines, mean.toFixed(3), deviation.toFixed(3), `${(hyphens * 100).toFixed(0)} %`];
  const cells = [tag, name, ...numbers, quotes.join(' ').replaceAll('|', '\\|'), label, oneLetterEnds];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

async function factsByOffprint(style: 'quarterly' | 'essay'): Promise<FactsOfLines[]> {
  const articles = await setLanguages(style, pages, work);
  if (articles.length !== pages.length)
    throw new Error(`${articles.length} of ${pages.length} pages were found in the PDF of ${style}`);
  return pages.map(({ author }, i) => factsOfLines(articles[i] ?? [], author));
}

async function factsByXelatex(): Promise<(FactsOfLines | string)[] | undefined> {
  if (!polyglossiaInstalled()) {
    const wants =
      'the Debian packages texlive-xetex, texlive-latex-extra, and those of its languages, texlive-lang-all';
    process.stdout.write(`XeLaTeX: skipped. It wants ${wants}.\n`);
    return undefined;
  }
  return each(async (page) => setByPolyglossia(page, join(work, 'xelatex', page.tag)));
}

async function factsByTypst(): Promise<(FactsOfLines | string)[] | undefined> {
  if (!typstInstalled()) {
    process.stdout.write('Typst: skipped. It wants npm install in test/bench/peers/.\n');
    return undefined;
  }
  const made = await setByTypst(pages, join(work, 'typst'));
  return each(async (page) => made[pages.indexOf(page)] ?? new Uint8Array());
}

/** What is told of each page; what a program says instead, where it sets none. */
async function each(set: (page: PageOfLiterature) => Promise<Uint8Array>): Promise<(FactsOfLines | string)[]> {
  const facts: (FactsOfLines | string)[] = [];
  for (const page of pages)
    try {
      facts.push(factsOfLines(await linesOfColumn(await set(page)), page.author));
    } catch (error) {
      facts.push((error as Error).message.replaceAll('\n', ' ').slice(0, 160));
    }
  return facts;
}
