import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { sourceText } from '../../../text/source-text.ts';
import { ownNameOf } from '../../mend/foreign-names.ts';
import type { Verse } from '../../tree.ts';
import { type BrokenLine, verseLines } from './lines.ts';
import { lengthOf, longest, looksLikeVerse } from './looks-like-verse.ts';
import { stanzas } from './stanzas.ts';

/**
 * Verse: lines with a bar before each, as Pandoc has them; what `:::verse` holds; and quotations and epigraphs whose lines are broken by hand, or are clearly no lines of a
 * paragraph. Empty lines, and lines with nothing but a bar, part stanzas.
 */
export function readVerse(tree: Root, file: VFile): Notice[] {
  const notices: Notice[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type === 'containerDirective' && ownNameOf(node.name) === 'verse') {
      node.children = node.children.flatMap((child) =>
        child.type === 'paragraph' && !isLabel(child)
          ? (stanzas(barred(child, file) ?? verseLines(child.children, file)) as typeof node.children)
          : [child],
      );
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
      children: [...stanzas(lines), ...(source?.type === 'source' ? [source] : [])],
      ...(node.position ? { position: node.position } : {}),
    };
    siblings.splice(index, source?.type === 'source' ? 2 : 1, verse);
    return [SKIP, index + 1];
  });
  return notices;
}

/** Words of a quotation whose every paragraph is verse. */
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
  // What was pasted behind one mark of a quotation is no verse by its short lines.
  const isPasted =
    quotation.type === 'blockquote' &&
    unsure.some(({ paragraph, lines }) => lines.length > 1 && isLazy(paragraph, file));
  // Beside a stanza whose lines were broken by hand, short lines are another; and a line alone between stanzas is one of theirs.
  const isVerse =
    !isPasted &&
    (unsure.every(({ lines }) => lines.length === 1) || read.some(({ lines, isSure }) => isSure && lines.length > 1)
      ? unsure.every(({ lines }) => lines.every((line) => lengthOf(line) <= longest))
      : looksLikeVerse(unsure.map(({ lines }) => lines)));
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
  quotation.children = quotation.children.flatMap((child) => {
    const found = read.find(({ paragraph }) => paragraph === child);
    return found ? (stanzas(found.lines) as typeof quotation.children) : [child];
  });
}

function hasPicture({ children }: Paragraph): boolean {
  return children.some(({ type }) => type === 'image');
}

/** Whether lines of a paragraph in a quotation lack the mark >, as nobody writes a poem: a paragraph was pasted behind the mark. */
function isLazy({ position }: Paragraph, file: VFile): boolean {
  if (!position) return false;
  const source = String(file).slice(position.start.offset, position.end.offset);
  return source
    .split('\n')
    .slice(1)
    .some((line) => !/^\s*>/.test(line));
}

/** The lines of a paragraph that has a bar before each, unless they look like a table’s. One without a bar goes on with the line before it. */
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
    else if (before) before.children = [...before.children, { type: 'text', value: ' ' }, ...line.children];
  }
  return verse;
}

/** A line behind its bar, which may stand in emphasis that goes on from the line before. */
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
  const indent = /^[ \t\u00a0]*/.exec(value)?.[0].length ?? 0;
  const words = sourceText(head, file).slice(bar[0].length + indent);
  return { indent, children: words.value ? [words, ...rest] : rest };
}

function isLabel({ data }: Paragraph): boolean {
  return Boolean(data && 'directiveLabel' in data);
}
