import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { asId } from '../constructs/attributes/read.ts';
import { escapedAlt, type HtmlPicture, pictureOf } from '../constructs/figures/html-picture.ts';
import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender } from './mend.ts';

/**
 * Mends pictures in blocks of HTML that hold pictures and their captions alone: `<img>`, `<figure>` with
 * `<figcaption>`, and what R Markdown writes, `<div class="figure">` with `<p class="caption">`. One picture becomes a
 * picture of Markdown; several, or those with a caption, a figure. Any other block of HTML stays.
 */
export const mendHtmlPictures: Mender = (lines) => {
  const edits: Edit[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!begins(lines[i] as SourceLine)) continue;
    let end = i + 1;
    while (lines[end] && isHtml(lines[end] as SourceLine)) end++;
    const block = lines.slice(i, end);
    const found = figureIn(block.map(({ text }) => text).join('\n'));
    const [first, last] = [block[0], block.at(-1)];
    if (found && first && last) edits.push({ from: first.textFrom, to: last.to, text: written(found, first) });
    i = end - 1;
  }
  return { edits };
};

interface FoundFigure {
  id: string;
  pictures: HtmlPicture[];
  caption: string;
}

/** Elements around pictures and captions that say nothing of their own. */
const around = new Set('figure div center p picture a span font html body'.split(' '));

function isHtml({ isMarkdown, codeTo, text }: SourceLine): boolean {
  return !isMarkdown && codeTo === undefined && text !== '';
}

function begins(line: SourceLine): boolean {
  return isHtml(line) && /^<(?:figure|div|center|p|picture|a|img|span)\b/i.test(line.text);
}

/** The pictures and the caption of a block of HTML; undefined if it has no picture, or anything else. */
function figureIn(html: string): FoundFigure | undefined {
  if (!/<img\b/i.test(html)) return undefined;
  const found: FoundFigure = { id: '', pictures: [], caption: '' };
  const walk = (node: ElementContent): boolean => {
    if (node.type === 'comment') return true;
    if (node.type === 'text') return node.value.trim() === '';
    if (node.type !== 'element') return false;
    const { tagName, properties, children } = node;
    if (tagName === 'img') {
      const picture = pictureOf(node);
      if (!picture) return false;
      found.id ||= picture.id ?? '';
      found.pictures.push(picture);
      return true;
    }
    if (isCaption(node)) {
      found.caption = [found.caption, inner(node, html)].filter(Boolean).join(' ');
      return true;
    }
    if (tagName === 'figure' || tagName === 'div') found.id ||= String(properties.id ?? '');
    return (around.has(tagName) || tagName === 'br' || tagName === 'source') && children.every(walk);
  };
  const { children } = fromHtml(html, { fragment: true });
  if (!(children as ElementContent[]).every(walk) || found.pictures.length === 0) return undefined;
  // The label of bookdown, whose number is ours.
  const [, label, words = found.caption] = /^\(\\#([\w:.-]+)\)\s*([\s\S]*)$/.exec(found.caption) ?? [];
  return { ...found, id: label ?? found.id, caption: words };
}

function isCaption({ tagName, properties, children }: Element): boolean {
  if (tagName === 'figcaption') return true;
  const classes = [properties.className ?? []].flat().map(String);
  if (!/^(?:p|div|span)$/.test(tagName) || children.some(hasPicture)) return false;
  return classes.some((name) => /caption/i.test(name));
}

function hasPicture(node: Nodes): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasPicture));
}

/** What stands in an element, as its source has it, without the tags of blocks and of looks. */
function inner({ children }: Element, html: string): string {
  const [from, to] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  if (from === undefined || to === undefined) return '';
  const inside = html.slice(from, to).replace(/<\/?(?:p|div|center|span|font|br)\b[^<>]*>/gi, ' ');
  return inside.replace(/\s+/g, ' ').trim();
}

/** A figure as Markdown, in the list or quotation that the line stands in. */
function written({ id, pictures, caption }: FoundFigure, { marks, indent }: SourceLine): string {
  const named = /^[A-Za-z][\w:.-]*$/.test(id) ? `#${asId(id)}` : '';
  const [only] = pictures;
  if (only && pictures.length === 1 && caption === '') return markdownOf(only, named);
  const rows = [
    named === '' ? ':::figure' : `:::figure{${named}}`,
    ...pictures.map((picture) => markdownOf(picture, '')),
    ...(caption === '' ? [] : ['', caption]),
    ':::',
  ];
  return rows.join(`\n${marks}${' '.repeat(indent)}`);
}

function markdownOf({ alt, url, width }: HtmlPicture, named: string): string {
  const attributes = [named, width ? `width=${width}` : ''].filter(Boolean).join(' ');
  return `![${escapedAlt(alt)}](<${url}>)${attributes === '' ? '' : `{${attributes}}`}`;
}
