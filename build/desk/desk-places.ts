import type { SetPages } from '../editions/set-pages.ts';
import type { PagePoint } from '../on-pages/page-point.ts';
import { pointOf } from '../on-pages/point-of.ts';
import { lineBox, wordBox, wordsOnPages } from '../on-pages/words-on-pages.ts';
import type { PlacedWords } from '../pages/in-page/word-places.ts';
import { inPoints } from '../text/in-points.ts';
import type { DeskFinding, SearchHit, SourcePoint } from './desk-state.ts';
import { searchWords } from './search-words.ts';
import { sourceFinder } from './source-at.ts';

/** The places of an issue’s pages in the journal’s files, and the other way round. PDF points. */
export interface DeskPlaces {
  /** The place in the files of what stands at a point of a page, or of what is nearest to it. */
  sourceAt(page: number, x: number, y: number): Promise<SourcePoint | undefined>;
  /** The place on the pages of a line, or of a column in it. */
  pointOf(file: string, line: number, column?: number): Promise<PagePoint | undefined>;
  /** Findings with their places on the pages; `known` are those of the last time, and will be those of this one. */
  placed(findings: readonly DeskFinding[], known: KnownPoints): Promise<DeskFinding[]>;
  /** Finds a text on all pages. */
  search(text: string): Promise<SearchHit[]>;
  /** The size of a page’s sheet, and the grid of its lines. */
  sheetOf(page: number): Promise<Omit<PlacedWords, 'words'> | undefined>;
}

/** Places on the pages, by the unit and the place in its manuscript. */
export type KnownPoints = Map<string, PagePoint>;

/** More hits than anybody looks at. */
const maxHits = 500;

/** The places of the pages of an issue. `wordsOf` gives the words of a unit’s pages, by its key. */
export function deskPlaces(pages: SetPages, wordsOf: (unit: string) => Promise<readonly PlacedWords[]>): DeskPlaces {
  const words = wordsOnPages(pages, wordsOf);
  /** The line that a place is in. */
  const lineAround = async ({ page, boxes }: PagePoint): Promise<PagePoint> => {
    const all = ((await words.on(page))?.words ?? []).map(wordBox);
    return { page, boxes: boxes.slice(0, 1).map((box) => lineBox(box, all)) };
  };
  return {
    sourceAt: sourceFinder(words),
    pointOf: (file, line, column) => pointOf(words, file, line, column),
    async placed(findings, known) {
      const told: DeskFinding[] = [];
      const used: KnownPoints = new Map();
      for (const one of findings) {
        const { file, line, column } = one;
        const unit = unitOf(pages, file);
        const key = unit && `${unit} ${line}:${column}`;
        const at =
          (key && known.get(key)) ?? (line === undefined ? undefined : await pointOf(words, file, line, column));
        if (at && key) used.set(key, at);
        told.push(at && at.boxes.length > 0 ? { ...one, at: isOfLine(one) ? await lineAround(at) : at } : one);
      }
      known.clear();
      for (const [key, at] of used) known.set(key, at);
      return told;
    },
    async search(text) {
      const hits: SearchHit[] = [];
      for (const { index: page, folio } of pages.record.pages) {
        for (const found of searchWords((await words.on(page))?.words ?? [], text))
          hits.push({ page, folio, boxes: found.words.map(wordBox), around: found.around });
        if (hits.length >= maxHits) break;
      }
      return hits.slice(0, maxHits);
    },
    async sheetOf(page) {
      const placed = await words.on(page);
      if (!placed) return undefined;
      const { width, height, grid } = placed;
      const lines = grid && { top: inPoints(grid.top), line: inPoints(grid.line), bottom: inPoints(grid.bottom) };
      return { width: inPoints(width), height: inPoints(height), ...(lines ? { grid: lines } : {}) };
    },
  };
}

/** True for a finding that is about a whole line. */
function isOfLine({ rule }: DeskFinding): boolean {
  return rule.startsWith('line-');
}

/** The unit that a manuscript is in, and where its pages begin: with both, what was found on them is where it was. */
function unitOf({ context, printed }: SetPages, file: string): string | undefined {
  const article = context.issue.articles.find((one) => one.file.path === file);
  let before = 0;
  for (const { key, count, articles } of printed.units) {
    if (article && articles.includes(article.id)) return `${key} ${before} ${article.id}`;
    before += count;
  }
  return undefined;
}
