import type { Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Caption, Captioned, HtmlBlock } from '../../manuscript/tree.ts';
import { visit } from '../../text/visit.ts';
import { type Doubt, firstWords } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { behindLabel } from './behind-label.ts';
import { type CaptionHead, captionHead, captionKind } from './caption-head.ts';
import { commonestLook } from './commonest-look.ts';
import { endsInPage } from './contents.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { loweredHeading } from './opening-blocks.ts';
import { takeFor } from './take-for.ts';

/** A paragraph that is a caption. */
interface FoundCaption {
  node: Paragraph;
  head: CaptionHead;
  kind: 'figure' | 'table';
  /** True if only its look says so. */
  isByLook?: boolean;
}

/**
 * Puts captions to their pictures and tables: those that stand next to one, and those that stand apart in a list, by
 * their numbers. The label is left out where the number is the one that the figure gets anyway.
 */
export function pairCaptions(context: FormContext): void {
  const { imported } = context;
  const { tree } = imported;
  lowerLabels(context);
  const counts = { figure: 0, table: 0 };
  const read = captionReader(context);
  for (const node of [...tree.children]) {
    const bodies = bodyOf(node);
    if (!bodies) continue;
    const at = tree.children.indexOf(node);
    const found = captionNear(tree.children, at, bodies.kind, read);
    // A label alone would be left out, and the caption be empty.
    if (!found || (!found.below && textOfTree(found.node).trim().length <= found.head.length)) continue;
    counts[bodies.kind]++;
    const isExpected =
      found.head.number === '' || found.head.number.replace(/^.*[.-]/, '') === String(counts[bodies.kind]);
    const words = firstWords(textOfTree(found.node));
    const about: Doubt = {
      rule: 'import-caption',
      confidence: found.isByLook ? 0.65 : found.isNear ? 0.95 : 0.6,
      at: found.node.data?.from ?? { words },
      words,
      found: found.isByLook
        ? 'A paragraph below a picture that looks otherwise than the text'
        : found.isNear
          ? `A caption next to its ${bodies.kind}`
          : `A caption apart, with the number of this ${bodies.kind}`,
    };
    if (!isExpected) {
      about.found += `; its number ${found.head.number} is not the one that is counted, ${counts[bodies.kind]}`;
      about.level = 'warning';
      about.confidence = Math.min(about.confidence, 0.7);
    }
    const doubt = takeFor(context, about, [`caption of the ${bodies.kind}`, 'paragraph']);
    if (doubt.made === 'paragraph') continue;
    const whole = {
      type: 'caption',
      children: withoutEmphasis(behindLabel(found.node.children, found.head.length)),
    } as Caption;
    const source = sourceBelow(context, node, found.node);
    const texts = [
      ...whole.children,
      ...(found.below ? [...spaced(whole.children), ...found.below.children] : []),
      ...(source ? [{ type: 'text' as const, value: ' ' }, ...source.children] : []),
    ];
    const caption: Caption = { type: 'caption', children: texts };
    imported.words.changes.push({
      from: lineOfBlock(found.node).slice(0, found.head.length),
      to: '',
      at: doubt.at,
      why: 'label of a caption, which is counted',
    });
    const captioned = {
      type: 'captioned',
      kind: bodies.kind,
      children: bodies.kind === 'figure' ? [...bodies.nodes, caption] : [caption, ...bodies.nodes],
      data: {
        ...(node.data?.from ? { from: node.data.from } : {}),
        // References lead to the caption.
        ...(found.node.data?.attributes?.id ? { attributes: { id: found.node.data.attributes.id } } : {}),
      },
    } as unknown as Captioned;
    doubt.node = captioned;
    const gone: RootContent[] = [found.node, ...(found.below ? [found.below] : []), ...(source ? [source] : [])];
    tree.children[at] = captioned as RootContent;
    tree.children = tree.children.filter((one) => !gone.includes(one));
  }
  reportAlone(context, read);
}

/** The pictures of a paragraph that has nothing else, or a table. */
function bodyOf(node: RootContent): { kind: 'figure' | 'table'; nodes: (Image | Table | HtmlBlock)[] } | undefined {
  if (node.type === 'table') return { kind: 'table', nodes: [node] };
  if (node.type === 'htmlBlock' && node.tagName === 'table') return { kind: 'table', nodes: [node] };
  if (node.type !== 'paragraph') return undefined;
  const images: Image[] = [];
  visit(node, 'image', (image) => void images.push(image));
  const hasWords = node.children.some((child) => child.type !== 'image' && textOfTree(child).trim() !== '');
  return images.length > 0 && !hasWords ? { kind: 'figure', nodes: images } : undefined;
}

/** The line below a figure and its caption that says where it comes from, which belongs to the caption. */
function sourceBelow({ imported: { tree }, words }: FormContext, ...above: RootContent[]): Paragraph | undefined {
  const last = Math.max(...above.map((node) => tree.children.indexOf(node)));
  const below = tree.children[last + 1];
  const text = below ? lineOfBlock(below) : '';
  const isSource = text.length <= 300 && (words.label('source', text)?.rest ?? '') !== '';
  return below?.type === 'paragraph' && isSource ? below : undefined;
}

/** A space between the label’s words and those below, if there are some. */
function spaced(words: readonly PhrasingContent[]): PhrasingContent[] {
  return words.length > 0 ? [{ type: 'text', value: ' ' }] : [];
}

type ReadCaption = (node: RootContent | undefined, kind?: 'figure' | 'table') => FoundCaption | undefined;

/**
 * Reads captions, each paragraph once: those with a label, and next to a block of a kind also those that a style calls
 * so, or that below a picture look otherwise than the text.
 */
function captionReader({ imported: { tree }, words, titlePage }: FormContext): ReadCaption {
  const known = new Map<RootContent, FoundCaption | undefined>();
  const textSize = commonestLook(tree.children, ({ size }) => size) ?? 0;
  const textAlign = commonestLook(tree.children, ({ align = 'left' }) => align);
  const read = (node: RootContent | undefined): FoundCaption | undefined => {
    if (node?.type !== 'paragraph') return undefined;
    if (known.has(node)) return known.get(node);
    const text = lineOfBlock(node);
    const head = text.length > 2500 ? undefined : captionHead(text);
    const kind = head && captionKind(head, words);
    const found = head && kind ? { node, head, kind } : undefined;
    known.set(node, found);
    return found;
  };
  // Where captions of figures have labels, none is without.
  const haveLabels = tree.children.some((node) => read(node)?.kind === 'figure');
  return (node, kind) => {
    const found = read(node);
    if (found || !kind || node?.type !== 'paragraph' || captionHead(lineOfBlock(node))) return found;
    const noHead = { word: '', number: '', length: 0 };
    if (isStyled(node) || hasBareLabel(lineOfBlock(node), kind, words)) return { node, head: noHead, kind };
    if (haveLabels || kind === 'table' || titlePage.includes(node) || bodyOf(node)) return undefined;
    const { size = 0, italic, align = 'left', isBoxed } = node.data?.look ?? {};
    const text = lineOfBlock(node);
    const isApart =
      italic || (size > 0 && size < textSize) || (align === 'center' && textAlign !== 'center' && !isBoxed);
    const isLooks = isApart && text.length > 3 && text.length <= 600 && !words.label('source', text);
    return isLooks ? { node, head: noHead, kind, isByLook: true } : undefined;
  };
}

/** True for a short line that begins with a label whose number is lost: `Table Survey items`. */
function hasBareLabel(text: string, kind: 'figure' | 'table', words: FormContext['words']): boolean {
  const [, word = ''] = /^(\p{Lu}\p{L}+)\.?[:.]?\s+\S/u.exec(text) ?? [];
  return text.length <= 150 && !/[.;]$/.test(text) && word !== '' && words.is(kind, word);
}

/** Makes paragraphs of headings that are but the label of a caption, `Figure 1`. */
function lowerLabels({ imported: { tree }, words }: FormContext): void {
  tree.children = tree.children.map((node, i) => {
    if (node.type !== 'heading') return node;
    const head = captionHead(lineOfBlock(node));
    const kind = head && captionKind(head, words);
    if (!kind || head.length < lineOfBlock(node).length) return node;
    const hasBody = tree.children.slice(i + 1, i + 4).some((below) => bodyOf(below)?.kind === kind);
    return hasBody ? loweredHeading(node) : node;
  });
}

/** The caption below or above a block, or anywhere by the number that the block has. */
function captionNear(
  children: readonly RootContent[],
  at: number,
  kind: 'figure' | 'table',
  read: ReadCaption,
): (FoundCaption & { isNear: boolean; below?: Paragraph }) | undefined {
  // “Table 1” in a line of its own, its words below, then the table.
  const [label, title] = [read(children[at - 2], kind), children[at - 1]];
  if (
    label?.kind === kind &&
    title?.type === 'paragraph' &&
    textOfTree(label.node).trim().length <= label.head.length + 1
  )
    return { ...label, isNear: true, below: title };
  const order = kind === 'figure' ? [at + 1, at - 1] : [at - 1, at + 1];
  for (const i of order) {
    const found = read(children[i], kind);
    const isLabelled = found && !found.isByLook;
    if (found?.kind === kind && (isLabelled || i > at) && !isTaken(children, i, at, kind))
      return { ...found, isNear: true };
  }
  // A caption in a text box stands behind the paragraph that the box hangs on.
  for (const i of [at + 2, at - 2]) {
    const boxed = children[i]?.data?.look?.isBoxed ? read(children[i]) : undefined;
    if (boxed?.kind === kind && !isTaken(children, i, at, kind)) return { ...boxed, isNear: true };
  }
  const count = children
    .slice(0, at + 1)
    .filter((node) => bodyOf(node)?.kind === kind || isCaptioned(node, kind)).length;
  const apart = children
    .map((node) => read(node))
    .filter((one) => one?.kind === kind && one.head.number === `${count}`);
  const [only] = apart;
  // Apart are captions in a list at the end, not sentences that begin with “Figure 1”.
  if (only && apart.length === 1 && isAmongCaptions(children, only.node, read)) return { ...only, isNear: false };
  return undefined;
}

/** Reports captions that no picture or table stands next to: a chart or drawing that is not in the manuscript. */
function reportAlone({ imported: { tree, doubts } }: FormContext, read: ReadCaption): void {
  for (const node of tree.children) {
    const found = read(node);
    const text = found ? lineOfBlock(found.node) : '';
    // “Figure 3 … 12” is a line of a list of figures.
    if (!found || (endsInPage(text) && text.length > found.head.length)) continue;
    const isEmpty = text.length <= found.head.length;
    const words = firstWords(text);
    doubts.push({
      rule: 'import-caption',
      confidence: 0.5,
      at: node.data?.from ?? { words },
      words,
      found: isEmpty ? `The label of a ${found.kind} without words` : `A caption without its ${found.kind} next to it`,
      made: 'a paragraph',
      fix: isEmpty
        ? 'Write a caption, or take it out.'
        : `Put its ${found.kind} there, and the words into its caption.`,
      level: 'warning',
      node: found.node,
    });
  }
}

function isStyled(node: RootContent): boolean {
  return /caption|подпись|підпис|beschriftung|légende|didascalia|leyenda|képaláírás/i.test(
    node.data?.look?.style ?? '',
  );
}

function isCaptioned(node: RootContent, kind: string): boolean {
  return node.type === 'captioned' && node.kind === kind;
}

/** True if a caption above belongs to the block above it. */
function isTaken(children: readonly RootContent[], i: number, at: number, kind: 'figure' | 'table'): boolean {
  if (i > at || kind !== 'figure') return false;
  const before = children[i - 1];
  return before !== undefined && bodyOf(before)?.kind === kind;
}

function isAmongCaptions(children: readonly RootContent[], node: RootContent, read: ReadCaption): boolean {
  const at = children.indexOf(node);
  return read(children[at - 1]) !== undefined || read(children[at + 1]) !== undefined;
}

/** Words without the emphasis that all of them have. */
function withoutEmphasis(children: PhrasingContent[]): PhrasingContent[] {
  const words = children.filter((child) => textOfTree(child).trim() !== '');
  const [only] = words;
  if (words.length !== 1 || (only?.type !== 'emphasis' && only?.type !== 'strong')) return children;
  return withoutEmphasis(children.flatMap((child) => (child === only ? only.children : [child])));
}
