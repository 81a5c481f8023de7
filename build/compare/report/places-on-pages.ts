import { gapBetween } from '../../pdf-reading/page-signs.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import type { EditionChange } from '../change.ts';
import type { Comparison } from '../compare.ts';
import type { ComparedEdition } from '../edition.ts';
import type { ComparedSide } from '../model.ts';
import { type OpenedPdf, openEditionPdf } from '../pdf/opened-pdf.ts';
import { areaAround, type PageWord, pageWords, wordsOfSpot } from '../pdf/page-words.ts';

/** A mark of a change on a page, in shares of its width and height from the left and top. */
export interface PageMark {
  change: number;
  areas: { left: number; top: number; width: number; height: number }[];
}

/** The PDFs of both editions, with what their changes cover; a side is undefined where there is no PDF. */
export interface OpenedSides {
  before: MarkedSide | undefined;
  after: MarkedSide | undefined;
}

export interface MarkedSide {
  opened: OpenedPdf;
  /** The marks on a page, by its index. */
  marksOn(page: number): PageMark[];
}

/** Opens the PDFs of a comparison. Throws Incomparable. */
export async function openSides({ before, after, sides, changes }: Comparison): Promise<OpenedSides> {
  return {
    before: await openSide(before, sides[0], changes, 'before'),
    after: await openSide(after, sides[1], changes, 'after'),
  };
}

async function openSide(
  edition: ComparedEdition,
  side: ComparedSide,
  changes: readonly EditionChange[],
  name: 'before' | 'after',
): Promise<MarkedSide | undefined> {
  if (!edition.pdf) return undefined;
  const opened = await openEditionPdf(edition);
  const words = new Map<number, PageWord[]>();
  const wordsOn = (page: number): PageWord[] => {
    const [left, , right] = opened.box(page);
    const found = words.get(page) ?? pageWords(opened.signs(page), right - left);
    words.set(page, found);
    return found;
  };
  const indexOf = new Map(side.pages.map(({ folio }, at) => [folio, at]));
  const byPage = new Map<number, PageMark[]>();
  for (const [at, change] of changes.entries()) {
    const spot = change.spots[name];
    const folio = change.places[name].page;
    const page = folio === undefined ? undefined : (indexOf.get(folio) ?? labelIndex(opened, folio));
    if (!spot || page === undefined || (change.kind === 'moved' && change.before !== change.after)) continue;
    const found = wordsOfSpot(wordsOn(page), spot);
    const [first] = found;
    if (!first) continue;
    change.places[name] = { ...change.places[name], line: first.line, column: first.column };
    const areas = joined(found.flatMap(({ areas }) => areas));
    const turns = opened.turns(page);
    const box = turned(opened.box(page), turns);
    byPage.set(page, [
      ...(byPage.get(page) ?? []),
      { change: at + 1, areas: areas.map((area) => shares(turned(area, turns), box)) },
    ]);
  }
  return { opened, marksOn: (page) => byPage.get(page) ?? [] };
}

function labelIndex({ labels }: OpenedPdf, folio: string): number | undefined {
  const at = labels.indexOf(folio);
  return at < 0 ? undefined : at;
}

/** Areas side by side in a line, as one. */
function joined(areas: readonly Rectangle[]): Rectangle[] {
  const found: Rectangle[] = [];
  for (const area of areas) {
    const last = found.at(-1);
    if (last && Math.abs(last[1] - area[1]) < 2 && gapBetween({ box: last }, { box: area }) < 20)
      found[found.length - 1] = areaAround(last, area);
    else found.push(area);
  }
  return found;
}

/** An area of a page that is turned to the right by so many quarters, as it is then seen. */
function turned(area: Rectangle, turns: number): Rectangle {
  let now = area;
  for (let i = 0; i < turns; i++) now = [now[1], -now[2], now[3], -now[0]];
  return now;
}

function shares([left, bottom, right, top]: Rectangle, [x, y, end, head]: Rectangle): PageMark['areas'][number] {
  const [width, height] = [end - x, head - y];
  const round = (share: number) => Math.round(share * 100_000) / 1000;
  return {
    left: round((left - x) / width),
    top: round((head - top) / height),
    width: round((right - left) / width),
    height: round((top - bottom) / height),
  };
}
