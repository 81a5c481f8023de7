import { type PandocNode, type PandocTree, tableOf } from '../pandoc-tree.ts';

/** The document of an article for XeLaTeX: its front matter given to `\opening` of the preamble, then its text. */
export function xelatexArticle({ meta, blocks }: PandocTree, preamble: string): string {
  const authors = meta.authors?.t === 'MetaList' ? (meta.authors.c as PandocNode[]) : [];
  const names = authors.map((author) => content(author.t === 'MetaMap' ? author.c.name : author));
  const lang = languages[content(meta.lang).slice(0, 2)] ?? 'english';
  const others = Object.values(languages).filter((one) => one !== lang);
  const opening = [meta.title, meta.subtitle].map((node) => `{${content(node)}}`).join('');
  return [
    '\\documentclass[twocolumn,twoside]{article}',
    `\\usepackage[${[...others, lang].join(',')}]{babel}`,
    preamble,
    '\\begin{document}',
    `\\opening${opening}{${names.join(', ')}}{${content(meta.abstract)}}`,
    ofBlocks(blocks),
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

function content(node: PandocNode | undefined): string {
  if (node?.t === 'MetaInlines') return inlines(node.c);
  if (node?.t === 'MetaBlocks') return ofBlocks(node.c);
  return '';
}

function ofBlocks(nodes: readonly PandocNode[]): string {
  return nodes.map(ofBlock).join('\n\n');
}

function ofBlock({ t, c }: PandocNode): string {
  switch (t) {
    case 'Para':
    case 'Plain': {
      const [only] = c as PandocNode[];
      return c.length === 1 && only?.t === 'Image' ? figure(only.c) : inlines(c);
    }
    case 'Header':
      return `\\heading{${inlines(c[2])}}`;
    case 'BlockQuote':
      return `\\begin{quote}${ofBlocks(c)}\\end{quote}`;
    case 'BulletList':
      return `\\begin{itemize}${items(c)}\\end{itemize}`;
    case 'OrderedList':
      return `\\begin{enumerate}${items(c[1])}\\end{enumerate}`;
    case 'DefinitionList':
      return (c as [PandocNode[], PandocNode[][]][])
        .map(([term, says]) => `\\textbf{${inlines(term)}}\n\n${says.map(ofBlocks).join('\n\n')}`)
        .join('\n\n');
    case 'Div':
      return c[0][1].includes('pullquote') ? `\\pullquote{${ofBlocks(c[1])}}` : ofBlocks(c[1]);
    case 'CodeBlock':
      return (c[1] as string)
        .split('\n')
        .map((line) => `\\noindent\\code{${escaped(line)}}`)
        .join('\\\\\n');
    case 'LineBlock':
      return (c as PandocNode[][]).map((line) => `\\noindent ${inlines(line)}`).join('\\\\\n');
    case 'HorizontalRule':
      return '\\medskip';
    case 'Table':
      return table(c);
    default:
      return '';
  }
}

function items(all: readonly PandocNode[][]): string {
  return all.map((blocks) => `\\item ${ofBlocks(blocks)}\n`).join('');
}

function figure([, caption, [address]]: [unknown, PandocNode[], [string, string]]): string {
  const path = address.replace(/\.svg$/, '.png');
  return `\\begin{figure}[tbp]\\includegraphics[width=\\columnwidth]{${path}}\\caption{${inlines(caption)}}\\end{figure}`;
}

function table(contents: unknown): string {
  const { caption, columns, head, rows } = tableOf(contents);
  const width = (0.94 / columns).toFixed(3);
  const cells = (row: PandocNode[][]) => `${row.map(ofBlocks).join(' & ')} \\\\\n`;
  const body = `${head.map(cells).join('')}\\hline\n${rows.map(cells).join('')}`;
  const shape = `*{${columns}}{>{\\raggedright\\arraybackslash}p{${width}\\columnwidth}}`;
  return `\\begin{table}[tbp]\\caption{${ofBlocks(caption)}}\\tabletype\\begin{tabular}{@{}${shape}@{}}\n${body}\\end{tabular}\\end{table}`;
}

function inlines(nodes: readonly PandocNode[]): string {
  return nodes.map(inline).join('');
}

function inline({ t, c }: PandocNode): string {
  switch (t) {
    case 'Str':
      return escaped(c);
    case 'Space':
    case 'SoftBreak':
      return ' ';
    case 'LineBreak':
      return '\\\\ ';
    case 'Emph':
      return `\\emph{${inlines(c)}}`;
    case 'Strong':
      return `\\textbf{${inlines(c)}}`;
    case 'Superscript':
      return `\\textsuperscript{${inlines(c)}}`;
    case 'Subscript':
      return `\\textsubscript{${inlines(c)}}`;
    case 'SmallCaps':
      return `\\textsc{${inlines(c)}}`;
    case 'Quoted':
      return c[0].t === 'DoubleQuote' ? `“${inlines(c[1])}”` : `‘${inlines(c[1])}’`;
    case 'Code':
    case 'Math':
      return `\\code{${escaped(c[1])}}`;
    case 'Link':
      return /^https?:|^mailto:/.test(c[2][0]) ? link(c) : inlines(c[1]);
    case 'Note':
      return `\\footnote{${ofBlocks(c)}}`;
    case 'Span':
    case 'Cite':
      return inlines(c[1]);
    case 'Strikeout':
    case 'Underline':
      return inlines(c);
    default:
      return '';
  }
}

/** An address that is its own text may be broken where the package `url` allows. */
function link([, words, [address]]: [unknown, PandocNode[], [string, string]]): string {
  const isBare = words.length === 1 && words[0]?.t === 'Str' && words[0].c === address;
  return isBare ? `\\url{${address.replace(/[%#\\{}]/g, '\\$&')}}` : inlines(words);
}

/** Text in which no character means anything to TeX. */
function escaped(text: string): string {
  return text
    .replace(/[\\{}]/g, (sign) => (sign === '\\' ? '\\textbackslash ' : `\\${sign}`))
    .replace(/[#$%&_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde ')
    .replaceAll('^', '\\textasciicircum ')
    .replaceAll('--', '-{}-');
}
