import { type Markup, markedUp } from '../pandoc-markup.ts';
import type { PandocNode, PandocTree } from '../pandoc-tree.ts';

/** The markup of an article for Typst: its front matter given to `article` of the issue’s document, then its text. */
export function typstArticle(tree: PandocTree): string {
  const { title, subtitle, names, abstract, lang, body } = markedUp(tree, typst);
  const facts = [
    `title: [${title}]`,
    `subtitle: [${subtitle}]`,
    `authors: (${names.map((name) => `[${name}],`).join('')})`,
    `abstract: [${abstract}]`,
    `lang: "${lang || 'en'}"`,
  ];
  return `#import "/issue.typ": article, pullquote\n#show: article.with(${facts.join(', ')})\n\n${body}\n`;
}

const strong = (words: string) => `#strong[${words}]`;

const typst: Markup = {
  escaped,
  heading: (level, words) => `#heading(level: ${level})[${words}]`,
  quotation: (blocks) => `#quote(block: true)[${blocks}]`,
  list: (items, isOrdered) => `#${isOrdered ? 'enum' : 'list'}(${items.map((item) => `[${item}],`).join('')})`,
  pullquote: (blocks) => `#pullquote[${blocks}]`,
  codeBlock: (text) => `#raw(block: true, ${quoted(text)})`,
  lines: (lines) => lines.join('#linebreak();'),
  rule: '#line(length: 30%)',
  figure({ address, title }) {
    const caption = escaped(title.replace(/\[\^[^\]]*\]/g, ''));
    return `#figure(image(${quoted(address)}, width: 100%), caption: [${caption}], placement: auto)`;
  },
  table({ caption, columns, head, rows }, ofBlocks) {
    const cells = (some: PandocNode[][][]) =>
      some.map((row) => row.map((blocks) => `[${ofBlocks(blocks)}],`).join('')).join('');
    return `#figure(table(columns: ${columns}, stroke: none, table.header(${cells(head)}), ${cells(rows)}), caption: [${ofBlocks(caption)}], placement: auto)`;
  },
  lineBreak: '#linebreak();',
  emphasis: (words) => `#emph[${words}];`,
  strong: (words) => `${strong(words)};`,
  term: strong,
  superscript: (words) => `#super[${words}];`,
  subscript: (words) => `#sub[${words}];`,
  smallCaps: (words) => `#smallcaps[${words}];`,
  code: (text) => `#raw(${quoted(text)});`,
  link: (address, words) => `#link(${quoted(address)})[${words}];`,
  picture: (address) => `#box(image(${quoted(address)}, height: 1em));`,
  note: (blocks) => `#footnote[${blocks}];`,
};

function escaped(text: string): string {
  return text.replace(/[\\*_`$<>@#[\](){}~=\-+/"';:.]/g, '\\$&');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
