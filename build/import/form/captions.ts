import type { Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Caption, Captioned, HtmlBlock } from '../../manuscript/tree.ts';
import { visit } from '../../text/visit.ts';
import { type Doubt, firstWords } from '../imported.ts';
import { lineOfTree, textOfTree } from '../words-of-manuscript.ts';
import { behindLabel } from './behind-label.ts';
import type { FormContext } from './context.ts';
import { takeFor } from './take-for.ts';

/** The label at the head of a caption: its word, number, and how long it is with the sign behind. */
export interface CaptionHead {
  word: string;
  number: string;
  length: number;
}

/** A paragraph that is a caption. */
interface FoundCaption {
  node: Paragraph;
  head: CaptionHead;
  kind: 'figure' | 'table';
}

/**
 * Reads the head of a caption: a word with a capital, a number, and a stop, colon, dash, capital or nothing behind.
 */
export function captionHead(text: string): CaptionHead | undefined {
  const found =
    /^\s*(\p{Lu}\p{L}{1,12})\.?\s*(?:№|No\.?|Nr\.?)?\s*(\d+(?:[.-]\d+)*\p{L}?|[IVXL]+)\s*(?:[.:)|]+(?=\s|$|\p{Lu})|[.:]?\s*[—–-](?=\s)|$|(?=\s+["“«„(]?\p{Lu}))\s*/u.exec(
      text,
    );
  return found ? { word: found[1] ?? '', number: found[2] ?? '', length: found[0].length } : undefined;
}

/**
 * Puts captions to their pictures and tables: those that stand next to one, and those that stand apart in a list, by
 * their numbers. The label is left out where the number is the one that the figure gets anyway.
 */
export function pairCaptions(context: FormContext): void {
  const { imported } = context;
  const { tree } = imported;
  const counts = { figure: 0, table: 0 };
  for (const node of [...tree.children]) {
    const bodies = bodyOf(node);
    if (!bodies) continue;
    const at = tree.children.indexOf(node);
    const found = captionNear(context, at, bodies.kind);
    // A label alone would be left out, and the caption be empty.
    if (!found || (!found.below && textOfTree(found.node).trim().length <= found.head.length)) continue;
    counts[bodies.kind]++;
    const isExpected =
      found.head.number === '' || found.head.number.replace(/^.*[.-]/, '') === String(counts[bodies.kind]);
    const words = firstWords(textOfTree(found.node));
    const about: Doubt = {
      rule: 'import-caption',
      confidence: found.isNear ? 0.95 : 0.6,
      at: found.node.data?.from ?? { words },
      words,
      found: found.isNear
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
    const texts = found.below ? [...whole.children, ...found.below.children] : whole.children;
    const caption: Caption = { type: 'caption', children: texts };
    imported.words.changes.push({
      from: lineOfTree(found.node).slice(0, found.head.length),
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
    const gone: RootContent[] = [found.node, ...(found.below ? [found.below] : [])];
    tree.children[at] = captioned as RootContent;
    tree.children = tree.children.filter((one) => !gone.includes(one));
  }
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

/** The caption below or above a block, or anywhere by the number that the block has. */
function captionNear(
  { imported: { tree }, words }: FormContext,
  at: number,
  kind: 'figure' | 'table',
): (FoundCaption & { isNear: boolean; below?: Paragraph }) | undefined {
  const read = (node: RootContent | undefined): FoundCaption | undefined => {
    if (node?.type !== 'paragraph') return undefined;
    const text = lineOfTree(node);
    const head = captionHead(text);
    if (text.length > 900) return undefined;
    // What a style calls a caption is one, also without a label, if it stands next to its figure.
    if (!head) return isStyled(node) ? { node, head: { word: '', number: '', length: 0 }, kind } : undefined;
    const of = (['figure', 'table'] as const).find((one) => words.is(one, head.word));
    return of ? { node, head, kind: of } : undefined;
  };
  const { children } = tree;
  const order = kind === 'figure' ? [at + 1, at - 1] : [at - 1, at + 1];
  for (const i of order) {
    const found = read(children[i]);
    if (found?.kind === kind && !isTaken(children, i, at, kind)) return { ...found, isNear: true };
  }
  // “Table 1” in a line of its own, its words below, then the table.
  const [label, title] = [read(children[at - 2]), children[at - 1]];
  if (
    label?.kind === kind &&
    title?.type === 'paragraph' &&
    textOfTree(label.node).trim().length <= label.head.length + 1
  )
    return { ...label, isNear: true, below: title };
  const count = children
    .slice(0, at + 1)
    .filter((node) => bodyOf(node)?.kind === kind || isCaptioned(node, kind)).length;
  const apart = children.map(read).filter((one) => one?.kind === kind && one.head.number === String(count));
  const [only] = apart;
  // Apart are captions in a list at the end, not sentences that begin with “Figure 1”.
  if (only && apart.length === 1 && isAmongCaptions(children, only.node, read)) return { ...only, isNear: false };
  return undefined;
}

function isStyled(node: RootContent): boolean {
  return /caption|подпись|підпис|beschriftung|légende/i.test(node.data?.look?.style ?? '');
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

function isAmongCaptions(
  children: readonly RootContent[],
  node: RootContent,
  read: (node: RootContent | undefined) => FoundCaption | undefined,
): boolean {
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
