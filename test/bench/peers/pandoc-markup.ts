import { type PandocNode, type PandocTable, type PandocTree, tableOf } from './pandoc-tree.ts';

/** A picture that stands alone: the words of its caption, its address, and its caption as it was written. */
export interface PandocFigure {
  words: string;
  address: string;
  title: string;
}

/** The markup of a program that sets articles: how it says what a manuscript has. Words and blocks are given in it. */
export interface Markup {
  /** Text in which no character means anything to the program. */
  escaped(text: string): string;
  heading(level: number, words: string): string;
  quotation(blocks: string): string;
  list(items: readonly string[], isOrdered: boolean): string;
  pullquote(blocks: string): string;
  codeBlock(text: string): string;
  lines(lines: readonly string[]): string;
  rule: string;
  figure(figure: PandocFigure): string;
  table(table: PandocTable, ofBlocks: (blocks: readonly PandocNode[]) => string): string;
  lineBreak: string;
  emphasis(words: string): string;
  strong(words: string): string;
  /** Bold words that begin a definition. */
  term(words: string): string;
  superscript(words: string): string;
  subscript(words: string): string;
  smallCaps(words: string): string;
  code(text: string): string;
  /** `isBare` is true if the address is its own text. */
  link(address: string, words: string, isBare: boolean): string;
  picture(address: string): string;
  note(blocks: string): string;
}

/** An article in a markup. */
export interface MarkedUp {
  title: string;
  subtitle: string;
  names: string[];
  abstract: string;
  /** The two letters of its language; none if it has not said it. */
  lang: string;
  body: string;
}

/** Writes a manuscript in a markup. */
export function markedUp({ meta, blocks }: PandocTree, markup: Markup): MarkedUp {
  const authors = meta.authors?.t === 'MetaList' ? (meta.authors.c as PandocNode[]) : [];
  return {
    title: content(meta.title),
    subtitle: content(meta.subtitle),
    names: authors.map((author) => content(author.t === 'MetaMap' ? author.c.name : author)),
    abstract: content(meta.abstract),
    lang: content(meta.lang).slice(0, 2),
    body: ofBlocks(blocks),
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
        return markup.heading(c[0], inlines(c[2]));
      case 'BlockQuote':
        return markup.quotation(ofBlocks(c));
      case 'BulletList':
        return markup.list(c.map(ofBlocks), false);
      case 'OrderedList':
        return markup.list(c[1].map(ofBlocks), true);
      case 'DefinitionList':
        return (c as [PandocNode[], PandocNode[][]][])
          .map(([term, says]) => `${markup.term(inlines(term))}\n\n${says.map(ofBlocks).join('\n\n')}`)
          .join('\n\n');
      case 'Div':
        return c[0][1].includes('pullquote') ? markup.pullquote(ofBlocks(c[1])) : ofBlocks(c[1]);
      case 'CodeBlock':
        return markup.codeBlock(c[1]);
      case 'LineBlock':
        return markup.lines(c.map(inlines));
      case 'HorizontalRule':
        return markup.rule;
      case 'Table':
        return markup.table(tableOf(c), ofBlocks);
      default:
        return '';
    }
  }

  function figure([, words, [address, title]]: [unknown, PandocNode[], [string, string]]): string {
    return markup.figure({ words: inlines(words), address, title });
  }

  function inlines(nodes: readonly PandocNode[]): string {
    return nodes.map(inline).join('');
  }

  function inline({ t, c }: PandocNode): string {
    switch (t) {
      case 'Str':
        return markup.escaped(c);
      case 'Space':
      case 'SoftBreak':
        return ' ';
      case 'LineBreak':
        return markup.lineBreak;
      case 'Emph':
        return markup.emphasis(inlines(c));
      case 'Strong':
        return markup.strong(inlines(c));
      case 'Superscript':
        return markup.superscript(inlines(c));
      case 'Subscript':
        return markup.subscript(inlines(c));
      case 'SmallCaps':
        return markup.smallCaps(inlines(c));
      case 'Quoted':
        return c[0].t === 'DoubleQuote' ? `“${inlines(c[1])}”` : `‘${inlines(c[1])}’`;
      case 'Code':
      case 'Math':
        return markup.code(c[1]);
      case 'Link':
        return link(c);
      case 'Image':
        return markup.picture(c[2][0]);
      case 'Note':
        return markup.note(ofBlocks(c));
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

  function link([, words, [address]]: [unknown, PandocNode[], [string, string]]): string {
    if (!/^https?:|^mailto:/.test(address)) return inlines(words);
    return markup.link(address, inlines(words), words.length === 1 && words[0]?.t === 'Str' && words[0].c === address);
  }
}
