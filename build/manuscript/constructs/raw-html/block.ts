import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type { Html } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import type { HtmlBlock } from '../../tree.ts';
import { checkComment } from './comments.ts';
import {
  allowedAttributesOf,
  blockTags,
  dangerousTags,
  inlineTags,
  isAllowed,
  linkAddress,
  separatesWords,
} from './elements.ts';

/**
 * Reads a block of raw HTML to the blocks that are allowed. Words outside any of them get paragraphs. Empty if there
 * are no words.
 */
export function readHtmlBlock(node: Html, file: VFile): HtmlBlock[] {
  for (const match of node.value.matchAll(commentLike)) {
    checkComment(match[0], shifted(within(node.value, match.index), node.position), file);
  }
  const { children } = fromHtml(node.value, {
    fragment: true,
    verbose: true,
    onerror: ({ ruleId, place }) => {
      if (ruleId !== 'eof-in-tag' || !place) return;
      report(file, 'html-closed', {
        at: node.position,
        level: 'error',
        found: 'The < of a tag is not closed, and hides what follows',
        fix: 'Close it with >; for the mere sign write \\<.',
      });
    },
  });
  const kept = clean(children as ElementContent[], [], node, file);
  if (textOf({ type: 'root', children: kept }).trim() === '') return [];
  return blocksOf(kept.filter((one) => !isStray(one))).map(
    ({ tagName, properties, children, position = node.position }): HtmlBlock => ({
      type: 'htmlBlock',
      tagName,
      properties: properties as Record<string, string>,
      content: children,
      ...(position ? { position } : {}),
    }),
  );
}

/** True for an empty paragraph, as a parser of HTML makes of an end tag `</p>` that nothing opens. */
function isStray(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'p' && node.children.length === 0 && !node.properties.id;
}

/** True for text, and for an element that stands in a line. */
function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || node.tagName === 'a' || inlineTags.has(node.tagName);
}

/** Block elements as they are, and the inline content between them as paragraphs. */
function blocksOf(children: readonly ElementContent[]): Element[] {
  const blocks: Element[] = [];
  let line: ElementContent[] = [];
  const end = () => {
    if (textOf({ type: 'root', children: line }).trim() !== '')
      blocks.push({
        type: 'element',
        tagName: 'p',
        properties: {},
        children: line,
        ...(line[0]?.position ? { position: line[0].position } : {}),
      });
    line = [];
  };
  for (const child of children) {
    if (isInline(child)) line.push(child);
    else {
      end();
      blocks.push(child as Element);
    }
  }
  end();
  return blocks;
}

/**
 * True if loose words in an element need paragraphs. Beside other blocks, and where a page ends among them, they would
 * be read aloud in the wrong order.
 */
function isMixed(tagName: string, children: readonly ElementContent[]): boolean {
  if (tagName === 'blockquote') return true;
  return holdsWords.has(tagName) && children.some((child) => child.type === 'element' && mixes.has(child.tagName));
}

const holdsWords = new Set(['li', 'dd', 'td', 'th']);
const mixes = new Set(['p', 'blockquote', 'table', 'dl', 'hr']);

const commentLike = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![A-Za-z][^>]*>?/g;

function clean(children: ElementContent[], parents: readonly string[], source: Html, file: VFile): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    const at = shifted(child.position, source.position);
    const place = at ? { position: at } : {};
    if (child.type === 'text') return [{ type: 'text', value: child.value, ...place }];
    if (child.type !== 'element') return [];
    const { tagName } = child;
    const href = parents.includes('a') ? undefined : linkAddress(child);
    if (href !== undefined) {
      const words = clean(child.children, [...parents, tagName], source, file);
      if (textOf({ type: 'root', children: words }).trim() === '') return words;
      if (words.every(isInline)) return [{ type: 'element', tagName, properties: { href }, children: words, ...place }];
    }
    if (!isAllowed(tagName, at, file, blockTags, parents)) {
      if (dangerousTags.has(tagName)) return [];
      const inside = clean(child.children, parents, source, file);
      const space: ElementContent = { type: 'text', value: ' ' };
      return separatesWords(tagName) ? [space, ...inside, space] : inside;
    }
    if (isOpen(child))
      report(file, 'html-closed', {
        at,
        found: `<${tagName}> is not closed`,
        fix: `Close it with </${tagName}>, and leave no empty line before that.`,
      });
    const properties = allowedAttributesOf(child, at, file);
    const cleaned = clean(child.children, [...parents, tagName], source, file);
    const inside = isMixed(tagName, cleaned) ? blocksOf(cleaned) : cleaned;
    return [{ type: 'element', tagName, properties, children: inside, ...place }];
  });
}

/** True if an element needs an end tag and has none. */
function isOpen({ tagName, data }: Element): boolean {
  const position = data?.position as { opening?: unknown; closing?: unknown } | undefined;
  return Boolean(position?.opening) && !position?.closing && !endless.has(tagName);
}

/** Elements without an end tag, or with an optional one. */
const endless = new Set('br wbr hr col p li dt dd tr td th thead tbody tfoot colgroup'.split(' '));

function within(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  const start = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return { start, end: start };
}

/**
 * A position inside a block of HTML as a position in the file. Without offsets, because marks such as > at the head of
 * a line are not counted.
 */
function shifted(inner: Position | undefined, outer: Position | undefined): Position | undefined {
  if (!inner || !outer) return outer;
  const point = ({ line, column }: Point): Point => ({
    line: line + outer.start.line - 1,
    column: line === 1 ? column + outer.start.column - 1 : column,
  });
  return { start: point(inner.start), end: point(inner.end) };
}
