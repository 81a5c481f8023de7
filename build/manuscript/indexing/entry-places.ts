import { report } from '../../diagnostics/report.ts';
import type { IndexPlace, PlacedMark } from '../../issue/index-model.ts';
import type { FiledMark } from './draft-entries.ts';

/**
 * The places of an entry, in the order of its marks. A mark that opens a range and the next that ends it are one place.
 * Reports ends without a beginning, and beginnings without an end in their article. A mark that only refers to another
 * entry has no place.
 */
export function entryPlaces(marks: readonly FiledMark[]): IndexPlace[] {
  const places: IndexPlace[] = [];
  let open: (FiledMark & { place: IndexPlace }) | undefined;
  const leaveOpen = () => {
    if (!open) return;
    report(open.file, 'index-range', {
      at: open.mark.at,
      found: `A range of the entry “${nameOf(open.mark)}” begins, and does not end in this article`,
      expected: `[]{${markOf(open.mark)} range=end} where it ends`,
      fix: 'Mark its end, or take range=begin away.',
    });
    open = undefined;
  };
  for (const { mark, file } of marks) {
    const { id, isNote, range, see } = mark;
    if (open && open.file !== file) leaveOpen();
    if (range === 'end') {
      if (open) open.place.to = id;
      else
        report(file, 'index-range', {
          at: mark.at,
          found: `A range of the entry “${nameOf(mark)}” ends, and does not begin before in this article`,
          expected: `[]{${markOf(mark)} range=begin} where it begins`,
          fix: 'Mark its beginning, with the same entry, or take range=end away.',
        });
      open = undefined;
      continue;
    }
    if (see !== undefined) continue;
    if (range === 'begin') leaveOpen();
    const place: IndexPlace = { id, isNote };
    places.push(place);
    if (range === 'begin') open = { mark, file, place };
  }
  leaveOpen();
  return places;
}

function nameOf({ path }: PlacedMark): string {
  return path.map(({ text }) => text).join('!');
}

function markOf(mark: PlacedMark): string {
  return `${mark.index === 'names' ? '.index-name' : '.index'} entry="${nameOf(mark)}"`;
}
