import type { ComposedPages } from './compose-pages.ts';
import type { Survey } from './in-page/survey.ts';
import type { NumberedPages } from './number-pages.ts';

/** The made-up pages of an issue. */
export interface PagesMade extends NumberedPages, ComposedPages {
  /** True if every folio in the text is that of the page that it refers to. */
  foliosHold: boolean;
}

/** Joins the pages of all units of an issue; the pages of each are then counted from the first of the issue. */
export function joinPages(
  numbered: NumberedPages,
  units: readonly (ComposedPages | UncomposedPages)[],
  foliosHold: boolean,
): PagesMade {
  const moved = units.map((unit, i) => movePages(unit, numbered.units[i]?.before ?? 0));
  const all = <T>(of: (unit: ComposedPages | UncomposedPages) => readonly T[]): T[] => moved.flatMap(of);
  const trimmings = units.flatMap(({ trimming }) => trimming ?? []);
  const [trimming] = trimmings;
  if (!trimming) throw new Error('An issue has pages');
  const survey: Survey = {
    ids: all(({ survey }) => survey.ids),
    notes: all(({ survey }) => survey.notes),
    calls: all(({ survey }) => survey.calls),
    texts: all(({ survey }) => survey.texts),
    folios: all(({ survey }) => survey.folios),
    pages: all(({ survey }) => survey.pages),
    articles: all(({ survey }) => survey.articles),
    pictures: all(({ survey }) => survey.pictures),
    over: all(({ survey }) => survey.over),
  };
  return {
    ...numbered,
    foliosHold,
    begins: all(({ begins }) => begins),
    brokenRules: all(({ brokenRules }) => brokenRules),
    survey,
    trimming: { ...trimming, cutOff: [...new Set(trimmings.flatMap(({ cutOff }) => cutOff))] },
    hashes: all(({ hashes }) => hashes),
    misplaced: units.reduce((sum, { misplaced }) => sum + misplaced, 0),
    lines: {
      strained: all(({ lines }) => lines.strained),
      greedy: all(({ lines }) => lines.greedy),
      failed: all(({ lines }) => lines.failed),
    },
    divided: all(({ divided }) => divided),
    tooWide: all(({ tooWide }) => tooWide),
  };
}

/** The pages of a unit, counted with `before` other pages before them. */
export function movePages<T extends ComposedPages | UncomposedPages>(unit: T, before: number): T {
  const { survey } = unit;
  const move = <T extends { page: number }>(some: readonly T[]): T[] =>
    some.map((one) => ({ ...one, page: one.page + before }));
  return {
    ...unit,
    begins: move(unit.begins),
    brokenRules: move(unit.brokenRules),
    survey: {
      ...survey,
      ids: survey.ids.map(([id, page]) => [id, page + before]),
      notes: survey.notes.map(({ id, pages }) => ({ id, pages: pages.map((page) => page + before) })),
      calls: move(survey.calls),
      folios: move(survey.folios),
      pictures: move(survey.pictures),
      over: move(survey.over),
    },
  };
}

/** The pages of a unit that is only laid out: nothing was seen on them. */
export type UncomposedPages = Omit<ComposedPages, 'trimming'> & { trimming: undefined };

/** Makes the pages of a unit that is only laid out, as many as it has. */
export function notComposed(count: number): UncomposedPages {
  const none = <T>(of: T): T[] => new Array<T>(count).fill(of);
  return {
    begins: [],
    brokenRules: [],
    survey: {
      ids: [],
      notes: [],
      calls: [],
      texts: [],
      folios: [],
      pages: none(''),
      articles: none<string[]>([]),
      pictures: [],
      over: [],
    },
    trimming: undefined,
    hashes: none(''),
    misplaced: 0,
    lines: { strained: [], greedy: [], failed: [] },
    divided: [],
    tooWide: [],
  };
}
