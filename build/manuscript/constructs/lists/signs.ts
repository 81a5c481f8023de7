import type { List, ListItem, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';

type Item = ListItem & { data?: { value?: number } };

/**
 * Reads lists with the author’s own signs, `(a)`, `iv.`, as data of the items. Numbers examples, `(@)`, through the
 * article, and replaces `(@label)` in the text by the number.
 */
export function readSignedLists(tree: Root, file: VFile): void {
  let examples = 0;
  const labels = new Map<string, string>();
  visit(tree, 'list', (list, index, parent) => {
    const runs = inRuns(list);
    if (runs.length > 1 && parent && index !== undefined) {
      (parent.children as RootContent[]).splice(index, 1, ...runs.map((children): List => partOf(list, children)));
      return index;
    }
    const items = list.children as Item[];
    const first = items[0]?.data;
    if (!first?.sign) return undefined;
    for (const item of items) {
      const { data } = item;
      if (data?.sign?.startsWith('(@')) {
        const label = data.sign.slice(2, -1);
        data.sign = `(${++examples})`;
        data.isExample = true;
        if (label) labels.set(label, data.sign);
        if (item === items[0]) list.start = examples;
      } else if (item === items[0]) list.start = data?.kind === 'letter' ? 1 : (data?.value ?? 1);
    }
    return undefined;
  });
  file.data.examples = labels;
  if (labels.size > 0)
    visit(tree, 'text', (text, index, parent) => {
      if (!text.value.includes('(@') || !parent || index === undefined) return;
      const source = sourceText(text, file);
      const value = text.value.replace(/\(@([\w-]+)\)/g, (whole, label: string, at: number) =>
        source.isEscaped(at) || source.isEscaped(at + 1) ? whole : (labels.get(label) ?? whole),
      );
      if (value === text.value) return;
      const { start, end } = text.position ?? {};
      text.value = value;
      if (start && end)
        text.position = {
          start: { line: start.line, column: start.column },
          end: { line: end.line, column: end.column },
        };
    });
}

/** A caption that is read apart from the tree, in which numbers replace the labels of examples, `(@label)`. */
export function nameExamples(words: string, file: VFile): string {
  const labels = file.data.examples as ReadonlyMap<string, string> | undefined;
  return words.replace(/(?<!\\)\(@([\w-]+)\)/g, (whole, label: string) => labels?.get(label) ?? whole);
}

/**
 * The items of a list, divided where the kind of sign changes: the parser, which saw numbers instead, has joined such
 * lists.
 */
function inRuns({ children }: List): ListItem[][] {
  const runs: ListItem[][] = [];
  let last: string | undefined;
  for (const item of children) {
    const { sign, kind } = item.data ?? {};
    const form =
      sign === undefined
        ? ''
        : sign.startsWith('(@')
          ? '@'
          : `${kind} ${sign.replace(/[^().]+/, /[α-ω]/i.test(sign) ? 'α' : '')}`;
    if (form === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = form;
  }
  return runs;
}

function partOf(list: List, children: ListItem[]): List {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  const isLoose = children.some(
    (item, i) => item.spread || (children[i + 1]?.position?.start.line ?? 0) > (item.position?.end.line ?? 0) + 1,
  );
  return { ...list, children, spread: isLoose, ...(start && end ? { position: { start, end } } : {}) };
}
