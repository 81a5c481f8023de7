import type { Table, TableCell } from 'mdast';
import type { Handle, Info, State } from 'mdast-util-to-markdown';
import type { Caption, Captioned } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';
import { asWhole } from '../captions/as-whole.ts';

/** Writes a table with its caption below it: `Table: words {#id}`. */
export function writeCaptionedTable(node: Captioned, state: State, info: Info): string {
  const caption = node.children.find((child): child is Caption => child.type === 'caption');
  const others = node.children.filter((child) => child !== caption);
  const table = state.containerFlow({ type: 'root', children: others }, info);
  const words = caption
    ? state.containerPhrasing(
        { type: 'paragraph', children: asWhole(caption.children) },
        { ...info, before: ' ', after: '\n' },
      )
    : '';
  return `${table}\n\n${['Table:', words, bracesOf(node)].filter(Boolean).join(' ')}`;
}

/** A writer of tables that writes the languages of their columns behind the heads. */
export function withColumnLanguages(handle: Handle): Handle {
  return (table: Table, parent, state, info) => {
    const [head, ...rows] = table.children;
    if (!head) return handle(table, parent, state, info);
    const heads = head.children.map((cell): TableCell => {
      const { columnLang } = (cell.data ?? {}) as { columnLang?: string };
      if (!columnLang) return cell;
      return { ...cell, children: [...cell.children, { type: 'html', value: ` {lang=${columnLang}}` }] };
    });
    return handle({ ...table, children: [{ ...head, children: heads }, ...rows] }, parent, state, info);
  };
}
