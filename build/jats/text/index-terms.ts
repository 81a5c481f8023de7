import type { ElementContent } from 'xast';
import type { PlacedMark } from '../../issue/index-model.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { inline } from './inline.ts';

/** The entries of the mark for an index with an id; the end of a range points to its beginning. */
export function indexTermsAt(id: string, setting: JatsSetting): ElementContent[] {
  const marks = setting.article.indexMarks ?? [];
  const mark = marks.find((one) => one.id === id);
  if (!mark) return [];
  const begin = mark.range === 'end' ? beginOf(mark, marks) : undefined;
  if (begin) return [element('index-term-range-end', { rid: begin.id })];
  return [termOf(mark, mark.path, setting)];
}

function termOf(mark: PlacedMark, path: PlacedMark['path'], setting: JatsSetting, isOuter = true): ElementContent {
  const [first, ...rest] = path;
  const below = rest.length > 0 ? termOf(mark, rest, setting, false) : undefined;
  const references = below
    ? []
    : [mark.see && element('see', {}, mark.see), mark.seeAlso && element('see-also', {}, mark.seeAlso)];
  const attributes = isOuter ? { id: mark.id, 'index-type': mark.index === 'names' ? 'name' : 'subject' } : {};
  const language = isOuter && mark.lang !== setting.article.lang ? { 'xml:lang': mark.lang } : {};
  return element(
    'index-term',
    { ...attributes, ...language },
    element('term', {}, first ? inline(first.tree, setting) : []),
    // Programs that do not know entries read their words in a row.
    below && [' ', below],
    references.map((one) => one || undefined),
  );
}

/** The last beginning of a range with the same entry before its end. */
function beginOf(end: PlacedMark, marks: readonly PlacedMark[]): PlacedMark | undefined {
  const entry = ({ index, path }: PlacedMark) => [index, ...path.map(({ text }) => text)].join('\n');
  return marks.slice(0, marks.indexOf(end)).findLast((one) => one.range === 'begin' && entry(one) === entry(end));
}
