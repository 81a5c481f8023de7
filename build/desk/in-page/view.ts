import { percentDecoded } from '../../text/percent-decoded.ts';

/** The width at which a page is drawn: as the window allows, or in percent of its real size. */
export type Zoom = 'page' | 'width' | number;

/** The way in which pages are shown. */
export interface View {
  layout: 'spread' | 'single';
  zoom: Zoom;
  /** True to show the whole sheet, with the bleed. */
  isWhole: boolean;
  hasGrid: boolean;
  hasMarks: boolean;
}

/** The view of a desk that is opened for the first time. */
export const usualView: View = { layout: 'spread', zoom: 'page', isWhole: false, hasGrid: false, hasMarks: true };

/** The view that the browser remembers, else the usual one: on a narrow screen, pages as wide as it. */
export function savedView(saved: string | undefined, isNarrow: boolean): View {
  const usual: View = isNarrow ? { ...usualView, layout: 'single', zoom: 'width' } : usualView;
  try {
    const known = Object.entries(JSON.parse(saved ?? '{}')).filter(([name]) => Object.hasOwn(usual, name));
    return { ...usual, ...Object.fromEntries(known) };
  } catch {
    return usual;
  }
}

/** A place in an address: the page, by its folio or its index, and what differs from the usual view. */
export interface ViewAddress {
  folio?: string;
  index?: number;
  view: Partial<View>;
}

/** Reads the part of an address behind `#`. */
export function readPlace(hash: string): ViewAddress {
  const [page = '', ...rest] = hash.replace(/^#/, '').split('&');
  const given = new URLSearchParams(rest.join('&'));
  const view: Partial<View> = {};
  const layout = given.get('view');
  if (layout === 'single' || layout === 'spread') view.layout = layout;
  const zoom = given.get('zoom');
  if (zoom === 'page' || zoom === 'width') view.zoom = zoom;
  else if (Number(zoom) > 0) view.zoom = withinZoom(Number(zoom));
  for (const shown of given.get('show')?.split(',') ?? []) {
    if (shown === 'sheet') view.isWhole = true;
    if (shown === 'grid') view.hasGrid = true;
  }
  if (/^i\d+$/.test(page)) return { index: Number(page.slice(1)), view };
  if (/^p./.test(page)) return { folio: percentDecoded(page.slice(1)), view };
  return { view };
}

/** Writes a place as the part of an address behind `#`: the folio, where one page alone has it. */
export function writePlace(index: number, folio: string, isOnly: boolean, view: View): string {
  const page = folio !== '' && isOnly ? `p${encodeURIComponent(folio)}` : `i${index}`;
  const show = [...(view.isWhole ? ['sheet'] : []), ...(view.hasGrid ? ['grid'] : [])].join(',');
  return `#${page}&view=${view.layout}&zoom=${view.zoom}${show ? `&show=${show}` : ''}`;
}

const steps = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];

/** The next step of the zoom in percent, larger or smaller. */
export function nextZoom(percent: number, direction: 1 | -1): number {
  const near = steps.filter((step) => (direction > 0 ? step > percent + 1 : step < percent - 1));
  return (direction > 0 ? near[0] : near.at(-1)) ?? withinZoom(percent);
}

/** A percentage that pages can be drawn at. */
export function withinZoom(percent: number): number {
  return Math.min(400, Math.max(25, Math.round(percent)));
}
