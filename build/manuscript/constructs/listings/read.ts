import type { Code, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import { readInline } from '../../inline.ts';
import { addAttributes, attributesOf, type Captioned, type NodeAttributes } from '../../tree.ts';
import { asId } from '../attributes/read.ts';
import { unwrapped } from '../captions/label.ts';
import { optionsOfCode } from './code-options.ts';

/**
 * Makes listings of blocks of code that have a caption or a name: in their attributes, as pandoc-crossref and Quarto
 * write them, in the options at their head, as in Quarto and MyST, or in a paragraph next to them, `: Caption {#lst-x}`
 * or `Listing: Caption`; below is preferred.
 */
export function readListings() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !(node.children as Nodes[]).some(({ type }) => type === 'code')) return;
      const children = (node as Parents).children as RootContent[];
      for (let i = 0; i < children.length; i++) {
        const code = children[i] as RootContent;
        if (code.type !== 'code' || (node as Nodes).type === 'captioned') continue;
        const { id, caption } = optionsOfCode(code);
        const [above, below] = [children[i - 1], children[i + 1]];
        if (isCaption(below)) children.splice(i, 2, listing(code, below, id, file));
        else if (isCaption(above) && opens(above, true)) children.splice(--i, 2, listing(code, above, id, file));
        else if (caption !== undefined || id) children[i] = fromOptions(code, caption ?? '', id, file);
      }
    });
  };
}

/** “Listing:” before a caption, in the languages that have a word of their own for it. */
const opening =
  /^(?:(?:listing|лістинг|листинг|listado|listato|listagem|listning|llistat|výpis|kodeliste|code|код)[ \u00a0]?)?:(?:\s+|$)/iu;

/** True of a paragraph that begins as a caption of code, or is named as one. */
function isCaption(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && opens(node, false);
}

/** True if a paragraph begins as a caption. Above code, a colon alone does only with a name. */
function opens(paragraph: Paragraph, isAbove: boolean): boolean {
  const [first] = paragraph.children;
  const found = first?.type === 'text' ? opening.exec(first.value)?.[0] : undefined;
  if (found === undefined) return false;
  return !isAbove || /^\p{L}/u.test(found) || /^lst/.test(attributesOf(paragraph).id ?? '');
}

function listing(code: Code, paragraph: Paragraph, id: string | undefined, file: VFile): Captioned {
  const [first, ...rest] = paragraph.children;
  const from = first?.type === 'text' ? (opening.exec(first.value)?.[0].length ?? 0) : 0;
  const words = first?.type === 'text' ? [sourceText(first, file).slice(from), ...rest] : paragraph.children;
  const kept = words.filter((child) => !(child.type === 'text' && child.value === ''));
  return captioned(code, unwrapped(kept), { ...(id ? { id } : {}), ...attributesOf(paragraph) }, paragraph.position);
}

function fromOptions(code: Code, caption: string, id: string | undefined, file: VFile): Captioned {
  const words = caption ? readInline(caption, file, code.position).paragraphs.flat() : [];
  return captioned(code, words, id ? { id: asId(id) } : {}, code.position);
}

function captioned(
  code: Code,
  children: PhrasingContent[],
  attributes: NodeAttributes,
  position: Paragraph['position'],
): Captioned {
  const node: Captioned = {
    type: 'captioned',
    kind: 'listing',
    children: [{ type: 'caption', children, ...(position ? { position } : {}) }, code],
    ...(code.position ? { position: code.position } : {}),
  };
  addAttributes(node, attributes);
  return node;
}
