import type { Blockquote, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import { blockNameFor } from '../../mend/block-names.ts';
import { verseLines } from '../verse/lines.ts';
import { canBeSource, dash, isCited, isSurelyCited } from './is-source.ts';

/**
 * Reads the source of each quotation, epigraph or verse: the last line or the paragraph below, after a dash. The source
 * becomes a node without the dash, so that it looks the same in every language. In an epigraph of several paragraphs,
 * the last is the source even without a dash.
 */
export function readSources(tree: Root, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'paragraph' && parent && index !== undefined && isBarred(node, file)) {
      // Verse between bars is still a paragraph here. Its source is put after it, and `verse/read.ts` moves it into the
      // verse.
      const verse: Blockquote = { type: 'blockquote', children: [node] };
      const below = (parent.children as RootContent[])[index + 1];
      const words =
        !takeSource(verse, file) && below?.type === 'paragraph' && !goesOnSpeaking(parent, index + 1)
          ? withoutDash(below.children, verse, file, true)
          : undefined;
      if (words && below) addSource(verse, words, below as Paragraph);
      const [, source] = verse.children;
      if (source) (parent.children as RootContent[]).splice(index + 1, words ? 1 : 0, source);
      return;
    }
    const name = node.type === 'containerDirective' ? blockNameFor(node.name) : undefined;
    const isQuotation = node.type === 'blockquote' || /^(?:epigraph|verse|quotation|letter|dialogue)$/.test(name ?? '');
    if (!isQuotation) return;
    const quotation = node as Blockquote;
    if (takeSource(quotation, file, name)) return;
    const below = parent && index !== undefined ? (parent.children as RootContent[])[index + 1] : undefined;
    if (below?.type === 'paragraph' && parent && index !== undefined && !goesOnSpeaking(parent, index + 1)) {
      const words = withoutDash(below.children, quotation, file, true);
      if (words) {
        parent.children.splice(index + 1, 1);
        addSource(quotation, words, below);
        return;
      }
    }
    if (name !== 'epigraph') return;
    const last = quotation.children.at(-1);
    const before = quotation.children.at(-2);
    if (last?.type !== 'paragraph' || !before || isLabel(before)) return;
    const [lines, others] = [
      verseLines(last.children, file).length,
      before.type === 'paragraph' ? verseLines(before.children, file).length : 0,
    ];
    // A stanza of two lines after one of two lines is verse, not a source.
    if (lines <= 2 && !(lines === 2 && others === 2)) quotation.children.splice(-1, 1, { ...last, type: 'source' });
  });
}

/** True if the paragraph below one that may begin with a dash begins with one as well: people speak. */
function goesOnSpeaking(parent: Parents, index: number): boolean {
  const next = parent.children[index + 1];
  return next?.type === 'paragraph' && dash.test(textOf(next));
}

function isBarred({ children: [first] }: Paragraph, file: VFile): boolean {
  return first?.type === 'text' && /^\|(?:[ \t]|\n|$)/.test(first.value) && !sourceText(first, file).isEscaped(0);
}

/**
 * Takes the source out of a quotation’s last paragraph: the whole paragraph, or its last line or two. In a letter or a
 * dialogue, a dash may be that of a signature or a speech: there a source has a title, a year or a link.
 */
function takeSource(quotation: Blockquote, file: VFile, name?: string): boolean {
  const last = quotation.children.at(-1);
  if (last?.type !== 'paragraph') return false;
  if (/^(?:letter|dialogue)$/.test(name ?? '') && !isCited(last.children)) return false;
  const whole = quotation.children.length > 1 ? withoutDash(last.children, quotation, file, false) : undefined;
  if (whole) {
    quotation.children.pop();
    addSource(quotation, whole, last);
    return true;
  }
  for (let i = last.children.length - 1; i >= 0; i--) {
    const text = last.children[i];
    if (text?.type !== 'text') continue;
    const before = last.children[i - 1];
    const from = [...text.value.matchAll(/(?:^|\n)[ \t]*(?=-{2}|[—–―])/g)].findLast(
      ({ index, 0: head }) => head.startsWith('\n') || (index === 0 && before && isBreak(before)),
    );
    if (!from) continue;
    const source = sourceText(text, file);
    const rest = [source.slice(from.index + from[0].length), ...last.children.slice(i + 1)];
    const isLast = !rest.some((node) => node.type === 'text' && /\n\|(?:[ \t]|$)/.test(node.value));
    const words = isLast && verseLines(rest, file).length <= 2 ? withoutDash(rest, quotation, file, false) : undefined;
    if (!words) return false;
    const kept =
      from.index > 0 ? [...last.children.slice(0, i), source.slice(0, from.index)] : last.children.slice(0, i);
    while (kept.length > 0 && isBreak(kept.at(-1) as PhrasingContent)) kept.pop();
    if (kept.length === 0) return false;
    last.children = kept;
    addSource(quotation, words, rest[0]?.position ? { position: rest[0].position } : last);
    return true;
  }
  return false;
}

function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value));
}

function addSource(
  quotation: Blockquote,
  children: PhrasingContent[],
  { position }: Pick<Paragraph, 'position'>,
): void {
  quotation.children.push({ type: 'source', children, ...(position ? { position } : {}) });
}

/** The words after a dash; undefined if they do not begin with one, or are more likely speech than a source. */
function withoutDash(
  children: readonly PhrasingContent[],
  quotation: Blockquote,
  file: VFile,
  isBelow: boolean,
): PhrasingContent[] | undefined {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return undefined;
  const mark = dash.exec(first.value)?.[0];
  if (!mark || sourceText(first, file).isEscaped(0)) return undefined;
  const text = textOf({ type: 'paragraph', children: [...children] })
    .slice(mark.length)
    .trim();
  const isTyped = mark.startsWith('--');
  const hasTitle = isCited(children) || text.startsWith('[');
  if (!canBeSource(text) && !(isTyped && !isBelow && isSurelyCited(text, rest))) {
    if (first.value.trim() !== mark.trim() || !/^(?:emphasis|link|strong)$/.test(rest[0]?.type ?? '')) return undefined;
  }
  // Lines of a conversation also begin with a dash.
  if (quotation.children.some((child) => child !== quotation.children.at(-1) && dash.test(textOf(child))))
    return undefined;
  if (isBelow && !isTyped && !hasTitle) return undefined;
  if (!hasTitle && (isTyped && !isBelow ? / (?:-{1,3}|[—–]) .*\.$/ : /\p{L}{3,}\.["»”]?$/u).test(text))
    return undefined;
  const words = first.value.slice(mark.length);
  const source = sourceText(first, file);
  return words ? [source.slice(mark.length), ...rest] : rest;
}

function isLabel(node: RootContent): boolean {
  return Boolean(node.data && 'directiveLabel' in node.data);
}
