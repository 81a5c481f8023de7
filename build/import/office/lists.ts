import type { BlockContent, List, ListItem, RootContent } from 'mdast';
import { readListSign } from '../../manuscript/mend/signs.ts';
import type { ListMark, ParagraphBlock } from './blocks.ts';
import { type Making, paragraphsOf } from './to-tree.ts';

interface OpenList {
  list: List;
  level: number;
  key: string;
  next: number;
  /** The kind of sign that Markdown does not count by itself. */
  kind: SignKind | undefined;
}

type SignKind = 'a' | 'A' | 'i' | 'I' | '1' | 'letter';

/** Paragraphs with numbers or bullets as lists, each with its items at their levels. */
export function listOf(blocks: readonly ParagraphBlock[], making: Making): RootContent[] {
  const made: RootContent[] = [];
  const open: OpenList[] = [];
  for (const block of blocks) {
    const { list: mark } = block;
    const nodes = paragraphsOf(block, making) as BlockContent[];
    if (!mark) {
      const item = open.at(-1)?.list.children.at(-1);
      if (item) item.children.push(...nodes);
      else made.push(...nodes);
      if (item && open.at(-1)) (open.at(-1) as OpenList).list.spread = item.spread = true;
      continue;
    }
    if (nodes.length === 0) continue;
    while (open.length > 0 && (open.at(-1) as OpenList).level > mark.level) open.pop();
    let last = open.at(-1);
    if (last && last.level === mark.level && !continues(last, mark)) {
      open.pop();
      last = open.at(-1);
    }
    if (!last || last.level < mark.level) {
      const begun = begin(mark);
      const parent = last?.list.children.at(-1);
      if (parent) parent.children.push(begun.list);
      else made.push(begun.list);
      open.push(begun);
      last = begun;
    }
    last.next = mark.value + 1;
    last.list.children.push(itemOf(nodes, mark, last.kind));
    if (!isSaid(mark))
      making.doubts.push({
        rule: 'import-list',
        confidence: 0.5,
        at: block.from,
        words: block.from.words,
        found: `An item that is numbered ${mark.label}`,
        made: `${mark.value}.`,
        fix: 'Markdown has no such numbers: write them as words, if something refers to them.',
      });
  }
  return made.flatMap((one) => (one.type === 'list' ? unlisted(one, making) : [one]));
}

function continues(open: OpenList, mark: ListMark): boolean {
  return (
    open.key === mark.key &&
    signKind(mark) === open.kind &&
    (mark.format === 'bullet') === !open.list.ordered &&
    (mark.format === 'bullet' || mark.value === open.next)
  );
}

function begin(mark: ListMark): OpenList {
  const ordered = mark.format !== 'bullet';
  const kind = signKind(mark);
  const list: List = { type: 'list', ordered, start: ordered ? mark.value : null, spread: false, children: [] };
  return { list, level: mark.level, key: mark.key, next: mark.value, kind };
}

/** The kind of a sign that is written with the item; undefined for bullets, and numbers as Markdown has them. */
function signKind({ format, label }: ListMark): SignKind | undefined {
  if (format === 'bullet' || readListSign(`${label} …`)?.written !== label) return undefined;
  const kinds: Record<string, SignKind> = {
    lowerLetter: 'a',
    upperLetter: 'A',
    lowerRoman: 'i',
    upperRoman: 'I',
    decimal: '1',
    russianLower: 'letter',
    russianUpper: 'letter',
  };
  return kinds[format];
}

/** True if the number that is shown is one that a manuscript can say. */
function isSaid(mark: ListMark): boolean {
  if (mark.format === 'bullet' || signKind(mark)) return true;
  return mark.label === '' || /^\d+[.)]?$/.test(mark.label);
}

function itemOf(children: BlockContent[], mark: ListMark, kind: SignKind | undefined): ListItem {
  const item: ListItem = { type: 'listItem', spread: children.length > 1, children };
  if (kind) item.data = { sign: mark.label, kind };
  return item;
}

/** Items with signs of which Markdown makes lists only from a first sign on: others have them before their words. */
function unlisted(list: List, making: Making): RootContent[] {
  for (const item of list.children)
    item.children = (item.children as RootContent[]).flatMap((one) =>
      one.type === 'list' ? unlisted(one, making) : [one],
    ) as BlockContent[];
  const sign = readListSign(`${list.children[0]?.data?.sign ?? ''} …`);
  if (!sign || (sign.mayBegin && list.children.length >= sign.minItems)) return [list];
  return list.children.flatMap((item) => wordsOf(item, making));
}

function wordsOf(item: ListItem, making: Making): RootContent[] {
  const [first, ...rest] = item.children;
  const sign = item.data?.sign ?? '';
  if (first?.type !== 'paragraph') return item.children;
  making.changes.push({
    from: '',
    to: sign,
    at: first.data?.from ?? { words: '' },
    why: 'number of an item that stands alone',
  });
  return [{ ...first, children: [{ type: 'text', value: `${sign} ` }, ...first.children] }, ...rest];
}
