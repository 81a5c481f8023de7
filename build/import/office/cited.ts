import type { CslItem } from '../../references/item.ts';

/** A work that a field cites, and where in it. */
export interface WorkInField {
  item: CslItem;
  prefix: string;
  suffix: string;
  /** The place in the work with its word, `p. 12`. */
  locator: string;
  isWithoutAuthor: boolean;
}

/** The works of a field, if all that it cites are known. */
export function allKnown(works: readonly (WorkInField | undefined)[]): WorkInField[] | undefined {
  return works.every((work) => work !== undefined) ? [...works] : undefined;
}

/** The date of a work by its year, or by what stands for one; undefined if there is neither. */
export function dateByYear(year: string): CslItem['issued'] | undefined {
  if (/^-?\d{1,4}$/.test(year)) return { 'date-parts': [[Number(year)]] };
  return year ? { literal: year } : undefined;
}

/** The words that name a place in a work, as manuscripts have them (`references/cite/locators.ts`). */
export function locatorWords(label: string | undefined, locator: string | undefined): string {
  const place = locator?.replace(/\s+/g, ' ').trim() ?? '';
  if (place === '') return '';
  // Authors write the word into the place, too.
  if (/^\p{L}{1,8}\.\s*\S/u.test(place)) return place;
  const [one, several] = labels[label ?? 'page'] ?? ['', ''];
  const word = /[-–,&]/.test(place) ? several : one;
  return word ? `${word} ${place}` : place;
}

const labels: Record<string, [string, string]> = {
  page: ['p.', 'pp.'],
  chapter: ['ch.', 'chs.'],
  section: ['sec.', 'secs.'],
  note: ['n.', 'nn.'],
  volume: ['vol.', 'vols.'],
  folio: ['fol.', 'fols.'],
  line: ['l.', 'll.'],
  verse: ['v.', 'vv.'],
  figure: ['fig.', 'figs.'],
  column: ['col.', 'cols.'],
  paragraph: ['para.', 'paras.'],
  book: ['bk.', 'bks.'],
  issue: ['no.', 'nos.'],
  opus: ['op.', 'opp.'],
  part: ['pt.', 'pts.'],
  'sub verbo': ['s.v.', 's.vv.'],
  'sub-verbo': ['s.v.', 's.vv.'],
};
