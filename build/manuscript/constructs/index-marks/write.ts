import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { IndexMark } from '../../tree.ts';

/** Writer of marks for indexes. */
export const indexMarksToMarkdown = { indexMark: Object.assign(writeIndexMark, { peek: () => '[' }) };

function writeIndexMark(node: IndexMark, _parent: Nodes | undefined, state: State, info: Info): string {
  const exit = state.enter('label');
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  const { index, entry, sort, range, see, seeAlso } = node;
  const said = { entry, sort, range, see, 'see-also': seeAlso };
  const items = Object.entries(said).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${quoted(value)}`],
  );
  return `[${words}]{${[index === 'names' ? '.index-name' : '.index', ...items].join(' ')}}`;
}

/** A value in the quotation marks that it does not have itself; none could be read with both kinds. */
function quoted(value: string): string {
  if (/^[^\s"'{}*_`[\]\\<>&!$^~@:=|]+$/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
