import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { sourceText } from '../../../text/source-text.ts';
import { SKIP, visit } from '../../../text/visit.ts';
import { blockNameFor } from '../../mend/block-names.ts';
import type { Verse } from '../../tree.ts';
import { isLikelyVerse, lineLength, maxLineLength } from './is-likely-verse.ts';
import { type BrokenLine, leadingSpaces, verseLines, widthOf } from './lines.ts';
import { leastIndent, stanzasOf } from './stanzas.ts';

/**
 * Reads verse: lines with a bar before each, as in Pandoc; the content of `:::verse`; and quotations and epigraphs with
 * lines broken by hand, or lines that clearly are not those of a paragraph. Empty lines, and lines with only a bar,
 * separate stanzas.
 */
export function readVerse(tree: Root, file: VFile): Notice[] {
  const notices: Notice[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type === 'containerDirective' && blockNameFor(node.name) === 'verse') {
      const read = new Map<unknown, BrokenLine[]>();
      for (const child of node.children)
        if (child.type === 'paragraph' && !isLabel(child))
          read.set(child, barred(child, file) ?? verseLines(child.children, file));
      const least = leastIndent([...read.values()].flat());
      node.children = node.children.flatMap((child) => {
        const lines = read.get(child);
        return lines ? (stanzasOf(lines, least) as typeof node.children) : [child];
      });
      return SKIP;
    }
    if (node.type === 'blockquote' || (node.type === 'containerDirective' && node.name === 'epigraph')) {
      readQuotation(node as Blockquote, file, notices);
      return undefined;
    }
    if (node.type !== 'paragraph' || !parent || index === undefined || isLabel(node)) return undefined;
    const lines = barred(node, file);
    if (!lines) return undefined;
    const siblings = parent.children as RootContent[];
    const source = siblings[index + 1];
    const verse: Verse = {
      type: 'verse',
      children: [...stanzasOf(lines, leastIndent(lines)), ...(source?.type === 'source' ? [source] : [])],
      ...(node.position ? { position: node.position } : {}),
    };
    siblings.splice(index, source?.type === 'source' ? 2 : 1, verse);
    return [SKIP, index + 1];
  });
  return notices;
}

/** Turns a quotation into verse if all its paragraphs are verse. */
function readQuotation(quotation: Blockquote, file: VFile, notices: Notice[]): void {
  const words = quotation.children.filter(
    (child): child is Paragraph => child.type === 'paragraph' && !hasPicture(child),
  );
  if (words.length === 0 || words.length < quotation.children.filter(({ type }) => type !== 'source').length) return;
  const read = words.map((paragraph) => {
    const bars = barred(paragraph, file);
    const lines = bars ?? verseLines(paragraph.children, file);
    const isBroken = lines.length > 1 && lines.slice(0, -1).every((line) => line.isBroken);
    return { paragraph, lines, isSure: Boolean(bars) || isBroken };
  });
  const unsure = read.filter(({ isSure }) => !isSure);
  if (!read.some(({ lines }) => lines.length > 1)) return;
  // Short lines do not make verse of a paragraph pasted after a single mark `>`.
  const isPasted =
    quotation.type === 'blockquote' &&
    unsure.some(({ paragraph, lines }) => lines.length > 1 && isLazy(paragraph, file));
  // Beside a stanza with lines broken by hand, short lines are another stanza, and a single line between stanzas is
  // one, too.
  const isVerse =
    !isPasted &&
    (unsure.every(({ lines }) => lines.length === 1) || read.some(({ lines, isSure }) => isSure && lines.length > 1)
      ? unsure.every(({ lines }) => lines.every((line) => lineLength(line) <= maxLineLength))
      : isLikelyVerse(unsure.map(({ lines }) => lines)));
  if (!isVerse) return;
  const doubtful = unsure.find(({ lines }) => lines.length > 1);
  if (doubtful)
    notices.push({
      kind: 'verse',
      rule: 'verse-told',
      at: doubtful.paragraph,
      found: 'A quotation in short lines is set as verse, line by line',
      fix: 'Put it between :::verse and :::, or a backslash at the end of each line, to say so; for prose, write it in one line.',
    });
  const least = leastIndent(read.flatMap(({ lines }) => lines));
  quotation.children = quotation.children.flatMap((child) => {
    const found = read.find(({ paragraph }) => paragraph === child);
    return found ? (stanzasOf(found.lines, least) as typeof quotation.children) : [child];
  });
}

function hasPicture({ children }: Paragraph): boolean {
  return children.some(({ type }) => type === 'image');
}

/**
 * True if some lines of a paragraph in a quotation lack the mark >. No one writes a poem so: the paragraph was pasted
 * after the first mark.
 */
function isLazy({ position }: Paragraph, file: VFile): boolean {
  if (!position) return false;
  const source = String(file).slice(position.start.offset, position.end.offset);
  return source
    .split('\n')
    .slice(1)
    .some((line) => !/^\s*>/.test(line));
}

/**
 * The lines of a paragraph with a bar before each, unless they look like a table’s. A line without a bar continues the
 * one before it; with a dash at its head it is a line that might have been a source.
 */
function barred(paragraph: Paragraph, file: VFile): BrokenLine[] | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'text' || !/^\|(?:[ \t]|\n|$)/.test(first.value) || sourceText(first, file).isEscaped(0))
    return undefined;
  const lines = verseLines(paragraph.children, file);
  if (
    lines.length > 0 &&
    lines.every(({ children }) => /^\|.*\S.*\|$/.test(children.map((child) => textOf(child)).join('')))
  )
    return undefined;
  const verse: BrokenLine[] = [];
  for (const line of lines) {
    const words = withoutBar(line.children, file);
    const before = verse.at(-1);
    if (words) verse.push({ ...words, isBroken: true });
    else if (/^(?:--|[—–―])/.test(textOf({ type: 'paragraph', children: line.children }))) verse.push(line);
    else if (before) before.children = [...before.children, { type: 'text', value: ' ' }, ...line.children];
  }
  return verse;
}

/** A line after its bar, which may be inside emphasis that continues from the line before. */
function withoutBar(
  [head, ...rest]: readonly PhrasingContent[],
  file: VFile,
): Pick<BrokenLine, 'children' | 'indent'> | undefined {
  if (head && head.type !== 'text' && 'children' in head) {
    const inner = withoutBar(head.children as PhrasingContent[], file);
    return (
      inner && { indent: inner.indent, children: [{ ...head, children: inner.children } as PhrasingContent, ...rest] }
    );
  }
  const bar = head?.type === 'text' ? /^\|(?:[ \t]|$)/.exec(head.value) : null;
  if (!bar || head?.type !== 'text') return undefined;
  const value = head.value.slice(bar[0].length);
  const spaces = leadingSpaces(value);
  const words = sourceText(head, file).slice(bar[0].length + spaces.length);
  return { indent: widthOf(spaces), children: words.value ? [words, ...rest] : rest };
}

function isLabel({ data }: Paragraph): boolean {
  return Boolean(data && 'directiveLabel' in data);
}
