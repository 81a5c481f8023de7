import type { PagePoint } from '../../on-pages/page-point.ts';
import type { DeskPage, DeskState } from '../desk-state.ts';
import type { PagesView } from './pages/pages-view.ts';
import type { Speech } from './speech.ts';
import type { View } from './view.ts';
import type { Words } from './words.ts';

/** The page of the preview, as its parts see it. */
export interface App {
  words: Words;
  speech: Speech;
  pages: PagesView;
  state(): DeskState;
  view(): View;
  setView(change: Partial<View>): void;
  /** Goes to a place, of which the way back leads here, and frames its boxes for a moment. */
  go(point: PagePoint): void;
  /** Opens a place of a file in the editor, and says what became of it. */
  open(place: FilePlace, remark?: string): Promise<void>;
  /** Says something to those who cannot see it. */
  say(text: string): void;
  toast(text: string, copied?: string): void;
}

/** A place in a file of the journal. */
export interface FilePlace {
  file: string;
  line?: number;
  column?: number;
}

/** A place as it is written: `on-margins.md:48:3`, with the file’s name or its whole path. */
export function placeText({ file, line, column }: FilePlace, isShort = false): string {
  const name = isShort ? file.slice(file.lastIndexOf('/') + 1) : file;
  return [name, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':');
}

/** The name of a page: “Page 47”, or what it is, where it has no folio. */
export function pageName(words: Words, page: DeskPage | undefined): string {
  if (!page) return '';
  if (page.folio) return words('page-of-folio', { folio: page.folio });
  return named.has(page.of) ? words(page.of) : words('page-of-index', { index: page.index });
}

const named = new Set(['cover', 'title-page', 'masthead', 'contents', 'colophon']);
