import type { PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { type Place, report } from '../../../diagnostics/report.ts';
import type { IndexMark, IndexMarkValues } from '../../tree.ts';
import type { Attributes } from '../attributes/read.ts';

/** The index that each class marks words for. */
const indexes: Readonly<Record<string, IndexMarkValues['index']>> = { index: 'subjects', 'index-name': 'names' };

/** The attributes that a mark for an index may have, and what they are called in the tree. */
const values = { entry: 'entry', sort: 'sort', range: 'range', see: 'see', 'see-also': 'seeAlso' } as const;

/** Attributes, parted into a mark for an index and the others; undefined where there is no mark. */
export interface PartedAttributes {
  marks: IndexMarkValues[];
  others: Attributes;
}

/** True if attributes mark words for an index. */
export function isIndexMark({ classes }: Attributes): boolean {
  return classes.some((name) => Object.hasOwn(indexes, name));
}

/** Takes the marks for indexes out of attributes: `{.index entry="law!canon" lang=la}`. */
export function takeIndexMarks(attributes: Attributes, file: VFile, at: Place | undefined): PartedAttributes {
  const names = attributes.classes.filter((name) => Object.hasOwn(indexes, name));
  if (names.length === 0) return { marks: [], others: attributes };
  const said: Omit<IndexMarkValues, 'index'> = {};
  const left: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes.values)) {
    if (!Object.hasOwn(values, key)) left[key] = value;
    else if (key !== 'range') said[values[key as 'entry']] = value.replace(/\s+/g, ' ').trim();
    else if (value === 'begin' || value === 'end') said.range = value;
    else
      report(file, 'value-form', {
        at,
        found: `The range "${value}" of a mark for the index`,
        expected: 'range=begin where it begins, range=end where it ends',
      });
  }
  const classes = attributes.classes.filter((name) => !names.includes(name));
  return {
    marks: names.map((name) => ({ index: indexes[name] as IndexMarkValues['index'], ...said })),
    others: { ...attributes, classes, values: left },
  };
}

/** True if nothing is left of attributes. */
export function isEmptyAttributes({ id, classes, values: left }: Attributes): boolean {
  return id === undefined && classes.length === 0 && Object.keys(left).length === 0;
}

/** Words with marks for indexes around them. */
export function withIndexMarks(
  words: PhrasingContent[],
  marks: readonly IndexMarkValues[],
  position: IndexMark['position'],
): PhrasingContent[] {
  return marks.reduceRight<PhrasingContent[]>(
    (children, mark) => [{ type: 'indexMark', ...mark, children, ...(position ? { position } : {}) }],
    words,
  );
}
