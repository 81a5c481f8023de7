import type { State } from 'mdast-util-to-hast';
import type { IndexMark } from '../../tree.ts';
import { elementFor } from '../html-element.ts';

/** The class of the element that a mark for an index is, until the marks of an article are taken (`take-marks.ts`). */
export const indexMarkClass = 'index-mark';

/** Handler for marks for indexes: an element that changes nothing, with what the mark says. */
export const indexMarksToHtml = {
  indexMark: (state: State, node: IndexMark) => {
    const { index, entry, sort, range, see, seeAlso } = node;
    const said = { dataEntry: entry, dataSort: sort, dataRange: range, dataSee: see, dataSeeAlso: seeAlso };
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return elementFor(state, node, 'span', { className: [indexMarkClass], dataIndex: index, ...given });
  },
};
