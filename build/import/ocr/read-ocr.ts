import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { visit } from '../../text/visit.ts';
import { isInCapitals } from '../form/recase.ts';
import {
  type Doubt,
  type Imported,
  type ImportedPicture,
  NotImported,
  type ReadOptions,
  type WordChange,
} from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { takeFormulasOfText } from './formulas.ts';
import { hyphensOf, joinWords, textOfBlocks } from './hyphens.ts';
import { joinBlocks } from './join-blocks.ts';
import { findNotes } from './notes.ts';
import { takePageLines } from './page-lines.ts';
import { parseRecognized } from './parse.ts';
import { hasColumnsBeside, isPlain, parsePlain } from './parse-plain.ts';
import { missingPicture, takeBeside } from './pictures-beside.ts';
import { placeOf } from './place.ts';
import { emphasisLook, findPullQuotes } from './pull-quotes.ts';
import { sliceArticle } from './slice-article.ts';
import { markdownPassages } from './source-words.ts';

/** Options of reading recognized text. */
export interface OcrOptions extends ReadOptions {
  /** The heading of the article, in a file of several. */
  article?: string | undefined;
  /** The heading of what follows the article. */
  until?: string | undefined;
  /** True for headings that any article has, such as “References”. */
  isInner(heading: string): boolean;
  /** A picture that stands beside the file. */
  picture(path: string): Uint8Array | undefined;
}

/**
 * Reads text as a recognizing program leaves it: Markdown with some HTML, or nearly plain, page by page. Page numbers
 * and running heads are taken out, notes found in the midst of the text, what they cut is joined.
 */
export function readOcr(source: string, options: OcrOptions): Imported {
  const pageless = takePageLines(source);
  const plain = isPlain(pageless.text);
  const { tree, written } = plain ? parsePlain(pageless.text) : parseRecognized(pageless.text);
  const slice = sliceArticle(tree, pageless.text.length, options.article, options.until, options.isInner);
  const lines = { from: lineAt(source, slice.from), to: lineAt(source, slice.to) };
  const isInside = (line = 1): boolean => line >= lines.from && line <= lines.to;
  const doubts: Doubt[] = [];
  if (plain && hasColumnsBeside(pageless.text))
    throw new NotImported(
      'Columns stand beside one another in this text, so that lines run from one into the other',
      'Let the program read column by column (pdftotext without -layout), and import its text.',
    );
  const changes = pageless.changes.filter(({ at }) => isInside(at.line));
  const found = slice.nodes.filter((node) => isFilled(node));
  const lists = found.flatMap((node) => listNumbers(node, pageless.text, changes));
  const notes = findNotes(lists, written);
  const hyphens = hyphensOf(textOfBlocks(found), (words) => options.decided('import-joined', words));
  doubts.push(...notes.doubts, ...findPullQuotes(notes.blocks, (words) => options.decided('import-pull-quote', words)));
  const words = joinWords(
    notes.blocks.map(({ node }) => node),
    hyphens,
  );
  const joined = joinBlocks(
    notes.blocks,
    hyphens,
    (text) => options.decided('import-joined', text),
    (from, to) => {
      for (let line = from; line <= to; line++) if (pageless.pageEnds.has(line - 1)) return true;
      return false;
    },
  );
  changes.push(...notes.changes, ...words.changes, ...joined.changes);
  doubts.push(...words.doubts, ...joined.doubts);
  const root: Root = { type: 'root', children: joined.nodes };
  const pictures = readPictures(root, options, doubts, changes);
  doubts.push(...takeFormulasOfText(root));
  tidyTexts(root);
  showLooks(root);
  const count = (of: string): number => root.children.filter(({ type }) => type === of).length;
  const [noteCount, quoteCount] = [count('footnoteDefinition'), count('containerDirective')];
  return {
    tree: root,
    facts: {},
    pictures,
    works: [],
    words: { passages: markdownPassages(source, slice.from, slice.to, plain), changes },
    doubts,
    remarks: [
      ...(noteCount > 0 ? [`${noteCount} note${noteCount === 1 ? '' : 's'}`] : []),
      ...(quoteCount > 0 ? [`${quoteCount} pull quote${quoteCount === 1 ? '' : 's'}`] : []),
      ...joined.remarks,
      ...(words.count > 0 ? [`${words.count} words joined at the ends of lines`] : []),
    ],
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** False for what has neither words nor a picture: a space without a break, a comment, a stray tag. */
function isFilled(node: RootContent): boolean {
  if (node.type === 'thematicBreak' || node.type === 'table' || node.type === 'code') return true;
  let hasPicture = false;
  visit(node, 'image', () => {
    hasPicture = true;
  });
  if (node.type === 'html') return /[\p{L}\p{N}]/u.test(node.value.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, ''));
  return hasPicture || /[^\s\u200b\ufeff]/u.test(textOfTree(node));
}

/** Declares the numbers of lists, which the manuscript counts. A year at the head of a paragraph is not one of them. */
function listNumbers(node: RootContent, source: string, changes: WordChange[]): RootContent[] {
  if (node.type !== 'list') return [node];
  const { start, children } = node;
  const [first] = children;
  if (node.ordered && children.length === 1 && (start ?? 1) > 100 && first?.children[0]?.type === 'paragraph') {
    const [head, ...rest] = first.children;
    const text = { type: 'text' as const, value: `${start}. `, ...(node.position ? { position: node.position } : {}) };
    return [{ ...(head as Paragraph), children: [text, ...(head as Paragraph).children] }, ...rest];
  }
  visit(node, 'listItem', (item) => {
    const from = item.position?.start.offset ?? 0;
    const number = /^\s*(\d{1,9})[.)]/.exec(source.slice(from, from + 20))?.[1];
    if (number) changes.push({ from: number, to: '', at: placeOf(item), why: 'number of a list' });
  });
  return [node];
}

/** Takes the pictures that stand beside the file; one that is not there leaves a doubt, and its words. */
function readPictures(root: Root, options: OcrOptions, doubts: Doubt[], changes: WordChange[]): ImportedPicture[] {
  const pictures: ImportedPicture[] = [];
  visit(root, (parent) => {
    if (!('children' in parent)) return;
    (parent as Parents).children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
      if (node.type !== 'image') return [node];
      const name = takeBeside(node.url, options.picture, pictures);
      if (name !== undefined) return [{ ...node, url: name }];
      const fix = 'Put it there and import again, or add the picture to the manuscript.';
      doubts.push(missingPicture(node, parent as Nodes, fix));
      if (node.alt)
        changes.push({ from: node.alt, to: '', at: placeOf(node, node.url), why: 'picture that is missing' });
      return [];
    }) as never;
  });
  root.children = root.children.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
  return pictures;
}

/** One space for any white space, and none where a paragraph begins or ends. */
function tidyTexts(root: Root): void {
  visit(root, 'text', (node) => {
    node.value = node.value.replace(/[ \t\n\r\f]+/g, ' ');
  });
  visit(root, 'break', (_node, index, parent) => {
    if (parent && index !== undefined)
      (parent as Parents).children.splice(index, 1, { type: 'text', value: ' ' } as never);
  });
  visit(root, 'link', (node) => {
    // Programs escape twice what is an address, and write one that shows itself as a link with words.
    const text = textOfTree(node).trim();
    if (text.replaceAll('\\', '') === node.url.replaceAll('\\', ''))
      node.children = [{ type: 'text', value: node.url }];
  });
}

/** Says how blocks look, and where they were. */
function showLooks(root: Root): void {
  for (const node of root.children) {
    node.data = {
      ...node.data,
      from: placeOf(node),
      look: {
        ...node.data?.look,
        ...emphasisLook(node),
        ...(node.type === 'heading' ? { outline: node.depth } : {}),
        ...(isInCapitals(textOfTree(node)) ? { capitals: true } : {}),
      },
    };
  }
}
