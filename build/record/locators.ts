import type { IndexPlace } from '../issue/index-model.ts';

/** A page, or a range of pages, of an entry, with the ids that its two folios lead to. */
export interface PageLocator {
  first: string;
  id: string;
  /** The last page of a range, which has another folio. */
  last?: string;
  lastId?: string;
  isNote: boolean;
}

/**
 * The pages of an entry of an index: each once, in order, and three or more that follow one another as a range, as
 * indexes have them (makeindex does so, too). A note counts only where the text of its page does not name the entry.
 * Places whose folio is not known are left out.
 */
export function locatorsOf(places: readonly IndexPlace[], folioOf: (id: string) => string | undefined): PageLocator[] {
  const spans = places.flatMap(({ id, to, isNote }): Span[] => {
    const from = Number(folioOf(id) || Number.NaN);
    const end = to === undefined ? from : Number(folioOf(to) || Number.NaN);
    if (Number.isNaN(from)) return [];
    // A range stands for the text between its ends, wherever these are.
    return [
      {
        from,
        to: Number.isNaN(end) ? from : Math.max(from, end),
        id,
        toId: to ?? id,
        isNote: isNote && to === undefined,
      },
    ];
  });
  const texts = joined(spans.filter(({ isNote }) => !isNote));
  const notes = spans
    .filter(({ isNote }) => isNote)
    .filter(({ from }, i, all) => all.findIndex((one) => one.from === from) === i)
    .filter(({ from }) => !texts.some((span) => span.from <= from && from <= span.to));
  return [...texts, ...notes]
    .sort((one, other) => one.from - other.from)
    .map(({ from, to, id, toId, isNote }) => ({
      first: String(from),
      id,
      ...(to > from ? { last: String(to), lastId: toId } : {}),
      isNote,
    }));
}

interface Span {
  from: number;
  to: number;
  id: string;
  toId: string;
  isNote: boolean;
}

/** Spans without those that others contain; three or more pages that follow one another are one. */
function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const apart: Span[] = [];
  for (const span of sorted) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) {
      if (span.to > last.to) apart[apart.length - 1] = { ...last, to: span.to, toId: span.toId };
    } else apart.push(span);
  }
  const found: Span[] = [];
  for (let i = 0; i < apart.length; ) {
    let next = i + 1;
    while (next < apart.length && (apart[next] as Span).from === (apart[next - 1] as Span).to + 1) next++;
    const [first, last] = [apart[i] as Span, apart[next - 1] as Span];
    // Two pages that were not meant as a range stay two.
    if (last.to - first.from < 2) found.push(...apart.slice(i, next));
    else found.push({ ...first, to: last.to, toId: last.toId });
    i = next;
  }
  return found;
}
