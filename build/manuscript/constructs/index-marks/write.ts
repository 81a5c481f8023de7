import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { IndexMark } from '../../tree.ts';
import { braces } from '../attributes/write.ts';

/** Writer of marks for indexes. */
export const indexMarksToMarkdown = { indexMark: Object.assign(writeIndexMark, { peek: () => '[' }) };

function writeIndexMark(node: IndexMark, _parent: Nodes | undefined, state: State, info: Info): string {
  const exit = state.enter('label');
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  const { index, entry, sort, range, see, seeAlso } = node;
  const said = Object.entries({ entry, sort, range, see, 'see-also': seeAlso });
  const values = said.flatMap(([key, value]) => (value === undefined ? [] : [[key, quoted(value)]]));
  const classes = [index === 'names' ? 'index-name' : 'index'];
  return `[${words}]${braces({ classes, ...Object.fromEntries(values) })}`;
}

/** A value in the quotation marks that it does not have itself; none could be read with both kinds. */
function quoted(value: string): string {
  if (/^[^\s"'{}*_`[\]\\<>&!$^~@:=|]+$/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
