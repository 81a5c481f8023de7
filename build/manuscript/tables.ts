import type { Paragraph, Parents, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { applyAttributes } from './apply-attributes.ts';
import { readTrailingAttributes } from './attributes.ts';
import type { Captioned } from './figures.ts';

/** Makes the paragraph `Table: words {#tbl-x}` below a table its caption. */
export function readTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some((child) => child.type === 'table')) return;
      const parent = node as Parents;
      const children = parent.children as RootContent[];
      for (let i = 0; i < children.length; i++) {
        const table = children[i] as Table;
        const below = children[i + 1];
        if (table.type !== 'table' || below?.type !== 'paragraph' || !opensCaption(below)) continue;
        children.splice(i, 2, captioned(table, below, file));
      }
    });
    visit(tree, 'paragraph', (paragraph) => {
      if (opensCaption(paragraph) && endsInId(paragraph)) {
        report(file, 'caption-place', {
          at: paragraph.position,
          found: 'A table’s caption without a table above it',
          fix: 'Put it right below its table, with an empty line between.',
        });
      }
    });
  };
}

function captioned(table: Table, paragraph: Paragraph, file: VFile): Captioned {
  const children = [...paragraph.children];
  const figure: Captioned = {
    type: 'captioned',
    kind: 'table',
    children: [],
    data: { hName: 'figure', hProperties: { className: ['table'] } },
    ...(table.position && paragraph.position
      ? { position: { start: table.position.start, end: paragraph.position.end } }
      : {}),
  };
  const last = children.at(-1);
  const trailing = last?.type === 'text' ? readTrailingAttributes(last.value) : undefined;
  if (last?.type === 'text' && trailing) {
    children[children.length - 1] = withValue(last, last.value.slice(0, trailing.from).trimEnd());
    const holder = {
      type: 'table' as const,
      children: [],
      ...(paragraph.position ? { position: paragraph.position } : {}),
      data: {},
    };
    applyAttributes(holder, trailing.attributes, file);
    const { className = [], ...rest } = ((holder.data as Captioned['data']).hProperties ?? {}) as Record<
      string,
      string[]
    >;
    figure.data.hProperties = { ...rest, className: ['table', ...className] };
  }
  const first = children[0] as Text;
  children[0] = withValue(first, first.value.replace(/^Table:\s*/, ''));
  figure.children = [
    { type: 'caption', children: children as PhrasingContent[], data: { hName: 'figcaption' } },
    table,
  ];
  return figure;
}

function withValue(text: Text, value: string): Text {
  return { ...text, value };
}

function opensCaption(paragraph: Paragraph): boolean {
  const [first] = paragraph.children;
  return first?.type === 'text' && /^Table:\s/.test(first.value);
}

function endsInId(paragraph: Paragraph): boolean {
  const last = paragraph.children.at(-1);
  return last?.type === 'text' && readTrailingAttributes(last.value)?.attributes.id !== undefined;
}
