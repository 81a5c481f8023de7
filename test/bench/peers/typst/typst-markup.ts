import { type PandocNode, type PandocTree, tableOf } from '../pandoc-tree.ts';

/** The markup of an article for Typst: its front matter given to `article` of the issue’s document, then its text. */
export function typstArticle({ meta, blocks }: PandocTree): string {
  const authors = meta.authors?.t === 'MetaList' ? (meta.authors.c as PandocNode[]) : [];
  const names = authors.map((author) => content(author.t === 'MetaMap' ? author.c.name : author));
  const facts = [
    `title: [${content(meta.title)}]`,
    `subtitle: [${content(meta.subtitle)}]`,
    `authors: (${names.map((name) => `[${name}],`).join('')})`,
    `abstract: [${content(meta.abstract)}]`,
    `lang: "${content(meta.lang).slice(0, 2) || 'en'}"`,
  ];
  return `#import "/issue.typ": article, pullquote\n#show: article.with(${facts.join(', ')})\n\n${ofBlocks(blocks)}\n`;
}

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
      return `#heading(level: ${c[0] as number})[${inlines(c[2])}]`;
    case 'BlockQuote':
      return `#quote(block: true)[${ofBlocks(c)}]`;
    case 'BulletList':
      return `#list(${items(c)})`;
    case 'OrderedList':
      return `#enum(${items(c[1])})`;
    case 'DefinitionList':
      return (c as [PandocNode[], PandocNode[][]][])
        .map(([term, says]) => `#strong[${inlines(term)}]\n\n${says.map(ofBlocks).join('\n\n')}`)
        .join('\n\n');
    case 'Div':
      return c[0][1].includes('pullquote') ? `#pullquote[${ofBlocks(c[1])}]` : ofBlocks(c[1]);
    case 'CodeBlock':
      return `#raw(block: true, ${quoted(c[1])})`;
    case 'LineBlock':
      return (c as PandocNode[][]).map(inlines).join('#linebreak();');
    case 'HorizontalRule':
      return '#line(length: 30%)';
    case 'Table':
      return table(c);
    default:
      return '';
  }
}

function items(all: readonly PandocNode[][]): string {
  return all.map((blocks) => `[${ofBlocks(blocks)}],`).join('');
}

function figure([, , [address, caption]]: [unknown, unknown, [string, string]]): string {
  return `#figure(image(${quoted(address)}, width: 100%), caption: [${escaped(caption.replace(/\[\^[^\]]*\]/g, ''))}], placement: auto)`;
}

function table(contents: unknown): string {
  const { caption, columns, head, rows } = tableOf(contents);
  const cells = (some: PandocNode[][][]) =>
    some.map((row) => row.map((blocks) => `[${ofBlocks(blocks)}],`).join('')).join('');
  return `#figure(table(columns: ${columns}, stroke: none, table.header(${cells(head)}), ${cells(rows)}), caption: [${ofBlocks(caption)}], placement: auto)`;
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
      return '#linebreak();';
    case 'Emph':
      return `#emph[${inlines(c)}];`;
    case 'Strong':
      return `#strong[${inlines(c)}];`;
    case 'Superscript':
      return `#super[${inlines(c)}];`;
    case 'Subscript':
      return `#sub[${inlines(c)}];`;
    case 'SmallCaps':
      return `#smallcaps[${inlines(c)}];`;
    case 'Quoted':
      return c[0].t === 'DoubleQuote' ? `“${inlines(c[1])}”` : `‘${inlines(c[1])}’`;
    case 'Code':
    case 'Math':
      return `#raw(${quoted(c[1])});`;
    case 'Link':
      return /^https?:|^mailto:/.test(c[2][0]) ? `#link(${quoted(c[2][0])})[${inlines(c[1])}];` : inlines(c[1]);
    case 'Image':
      return `#box(image(${quoted(c[2][0])}, height: 1em));`;
    case 'Note':
      return `#footnote[${ofBlocks(c)}];`;
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

/** Text in which no character means anything to Typst. */
function escaped(text: string): string {
  return text.replace(/[\\*_`$<>@#[\](){}~=\-+/"';:.]/g, '\\$&');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
