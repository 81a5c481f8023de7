import type { Element } from 'xast';
import { elementsIn } from '../../check/epub/archive.ts';
import type { BlockKind, ComparedBlock, ComparedTable, FigureBlock, TextBlock } from '../model.ts';
import { type BookReading, classNamesIn, textBlock, typeOf } from './inline-text.ts';

/** The facts of a book that the blocks of its documents depend on. */
export interface BookPictures {
  /** The hash of the picture at an address of the document, and the name of its file. */
  picture(src: string): { hash: string; name: string };
}

const leaf = /^(p|h[1-6]|pre|dt|figcaption|summary)$/;
const within = /^(p|ul|ol|dl|blockquote|div|section|figure|table|pre|h[1-6]|details|aside)$/;

/** Reads the blocks of a part of a document, in order. */
export function blocksIn(root: Element, reading: BookReading, pictures: BookPictures): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  const walk = (element: Element, kind: BlockKind, form: string | undefined): void => {
    const { name } = element;
    const classes = classNamesIn(element);
    if (typeOf(element) === 'pagebreak') {
      textBlock('paragraph', [element], reading);
      return;
    }
    const own = formOf(element) ?? form;
    if (name === 'details') return;
    const apart = blockApart(element, classes);
    if (apart) {
      add(apart);
      return;
    }
    const inner = kindOf(element) ?? kind;
    const isLeaf = leaf.test(name) || !element.children.some((child) => child.type === 'element' && isBlock(child));
    if (!isLeaf) {
      // Words that stand beside blocks, as those of an item before the list in it.
      let loose: Element['children'] = [];
      const flush = () => {
        const block = textBlock(inner, loose, reading);
        loose = [];
        if (block.tokens.length > 0) add({ ...block, form: own });
      };
      for (const child of element.children) {
        if (child.type === 'element' && isBlock(child)) {
          flush();
          walk(child, inner, own);
        } else loose.push(child);
      }
      flush();
      return;
    }
    const level = /^h([1-6])$/.exec(name)?.[1];
    const block = textBlock(level ? 'heading' : name === 'pre' ? 'code' : inner, [element], reading);
    if (block.tokens.length > 0 || block.calls.length > 0)
      add({ ...block, ...idOf(element), form: level ?? own, ...(labelIn(element) ? { label: labelIn(element) } : {}) });
  };
  const add = (block: ComparedBlock): void => void blocks.push(block);
  const blockApart = (element: Element, classes: readonly string[]): ComparedBlock | undefined => {
    const hasTable = element.name === 'table' || elementsIn(element, 'table').length > 0;
    if (element.name === 'table' || (element.name === 'figure' && hasTable)) return tableBlock(element, reading);
    if (element.name === 'figure' && elementsIn(element, 'img').length > 0)
      return figureBlock(element, root, reading, pictures);
    if (classes.includes('formula')) return { ...textBlock('formula', [element], reading), ...idOf(element) };
    return undefined;
  };
  for (const child of root.children) if (child.type === 'element') walk(child, 'paragraph', undefined);
  return blocks;
}

const isBlock = (element: Element): boolean => within.test(element.name) || /^(li|dd|dt|tr|tbody)$/.test(element.name);

function kindOf(element: Element): BlockKind | undefined {
  if (element.name === 'blockquote') return 'quotation';
  if (typeOf(element) === 'bibliography' || classNamesIn(element).includes('references')) return 'reference';
  return undefined;
}

/** What a block is besides its kind: verse, a box, a theorem. */
function formOf(element: Element): string | undefined {
  const name = classNamesIn(element).find(
    (one) => one !== '' && !/^(table-box|stack-\d+|stanzas|wide|body|tight)$/.test(one),
  );
  return /^(div|blockquote|section|ol|ul|dl)$/.test(element.name) ? name : undefined;
}

const idOf = ({ attributes }: Element): { id?: string } => (attributes.id ? { id: attributes.id } : {});

/** The number of a caption, which the build made. */
function labelIn(element: Element): string | undefined {
  const label = elementsIn(element, 'span').find((one) => classNamesIn(one).includes('label'));
  return label && textBlockWords(label);
}

function textBlockWords(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .trim();
}

function figureBlock(figure: Element, root: Element, reading: BookReading, pictures: BookPictures): FigureBlock {
  const images = elementsIn(figure, 'img');
  const captions = elementsIn(figure, 'figcaption');
  const caption = textBlock('figure', captions, reading);
  const texts = images.map(({ attributes }) => ({
    name: 'alternative text',
    block: textBlock('figure', [{ type: 'text', value: attributes.alt ?? '' }], reading),
  }));
  for (const image of images) {
    const details = image.attributes['aria-details'];
    const description = details && elementsIn(root, 'details').find(({ attributes }) => attributes.id === details);
    if (description) texts.push({ name: 'description', block: textBlock('figure', [description], reading) });
  }
  return {
    ...caption,
    kind: 'figure',
    ...idOf(figure),
    ...(labelIn(figure) ? { label: labelIn(figure) } : {}),
    page: undefined,
    pictures: images.map(({ attributes }) => pictures.picture(attributes.src ?? '')),
    texts,
  };
}

function tableBlock(element: Element, reading: BookReading): ComparedTable {
  const caption = textBlock('table', elementsIn(element, 'figcaption'), reading);
  const rows = elementsIn(element, 'tr').map((row) =>
    row.children.flatMap((cell): TextBlock[] =>
      cell.type === 'element' && /^t[dh]$/.test(cell.name) ? [textBlock('table', [cell], reading)] : [],
    ),
  );
  return {
    ...caption,
    kind: 'table',
    ...idOf(element),
    ...(labelIn(element) ? { label: labelIn(element) } : {}),
    rows,
  };
}
