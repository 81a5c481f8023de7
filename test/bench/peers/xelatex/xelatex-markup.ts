import { type Markup, markedUp } from '../pandoc-markup.ts';
import type { PandocNode, PandocTree } from '../pandoc-tree.ts';

/** The document of an article for XeLaTeX: its front matter given to `\opening` of the preamble, then its text. */
export function xelatexArticle(tree: PandocTree, preamble: string): string {
  const { title, subtitle, names, abstract, lang, body } = markedUp(tree, xelatex);
  const own = languages[lang] ?? 'english';
  const others = Object.values(languages).filter((one) => one !== own);
  return [
    '\\documentclass[twocolumn,twoside]{article}',
    `\\usepackage[${[...others, own].join(',')}]{babel}`,
    preamble,
    '\\begin{document}',
    `\\opening{${title}}{${subtitle}}{${names.join(', ')}}{${abstract}}`,
    body,
    '\\end{document}\n',
  ].join('\n');
}

const languages: Record<string, string> = {
  en: 'english',
  de: 'ngerman',
  fr: 'french',
  ru: 'russian',
  uk: 'ukrainian',
};

const bold = (words: string) => `\\textbf{${words}}`;
const code = (text: string) => `\\code{${escaped(text)}}`;
const linesOf = (lines: readonly string[]) => lines.map((line) => `\\noindent${line}`).join('\\\\\n');

function environment(name: string, content: string): string {
  return `\\begin{${name}}${content}\\end{${name}}`;
}

const xelatex: Markup = {
  escaped,
  heading: (_, words) => `\\heading{${words}}`,
  quotation: (blocks) => environment('quote', blocks),
  list: (items, isOrdered) =>
    environment(isOrdered ? 'enumerate' : 'itemize', items.map((item) => `\\item ${item}\n`).join('')),
  pullquote: (blocks) => `\\pullquote{${blocks}}`,
  codeBlock: (text) => linesOf(text.split('\n').map(code)),
  lines: (lines) => linesOf(lines.map((line) => ` ${line}`)),
  rule: '\\medskip',
  figure({ words, address }) {
    const path = address.replace(/\.svg$/, '.png');
    return `\\begin{figure}[tbp]\\includegraphics[width=\\columnwidth]{${path}}\\caption{${words}}\\end{figure}`;
  },
  table({ caption, columns, head, rows }, ofBlocks) {
    const width = (0.94 / columns).toFixed(3);
    const cells = (row: PandocNode[][]) => `${row.map(ofBlocks).join(' & ')} \\\\\n`;
    const body = `${head.map(cells).join('')}\\hline\n${rows.map(cells).join('')}`;
    const shape = `*{${columns}}{>{\\raggedright\\arraybackslash}p{${width}\\columnwidth}}`;
    return `\\begin{table}[tbp]\\caption{${ofBlocks(caption)}}\\tabletype\\begin{tabular}{@{}${shape}@{}}\n${body}\\end{tabular}\\end{table}`;
  },
  lineBreak: '\\\\ ',
  emphasis: (words) => `\\emph{${words}}`,
  strong: bold,
  term: bold,
  superscript: (words) => `\\textsuperscript{${words}}`,
  subscript: (words) => `\\textsubscript{${words}}`,
  smallCaps: (words) => `\\textsc{${words}}`,
  code,
  // An address that is its own text may be broken where the package `url` allows.
  link: (address, words, isBare) => (isBare ? `\\url{${address.replace(/[%#\\{}]/g, '\\$&')}}` : words),
  // In the line, it is left out.
  picture: () => '',
  note: (blocks) => `\\footnote{${blocks}}`,
};

function escaped(text: string): string {
  return text
    .replace(/[\\{}]/g, (sign) => (sign === '\\' ? '\\textbackslash ' : `\\${sign}`))
    .replace(/[#$%&_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde ')
    .replaceAll('^', '\\textasciicircum ')
    .replaceAll('--', '-{}-');
}
