import type { DeskState } from '../desk-state.ts';
import type { App } from './app.ts';
import { readPlace, writePlace } from './view.ts';

/** The address of what is shown, which leads to it again. */
export interface Address {
  /** Lets the address follow the view, without a step in the history. */
  follow(): void;
  /** Begins a step in the history: what is shown now is the one before. */
  step(): void;
}

/** Keeps the address; `onReturn` is called with one that the user went back to, or typed. */
export function address({ pages, state, view }: App, onReturn: (hash: string) => void): Address {
  let timer = 0;
  const here = (): string => {
    const index = pages.current();
    const folio = state().pages[index - 1]?.folio ?? '';
    const isOnly = state().pages.filter((page) => page.folio === folio).length === 1;
    return writePlace(index, folio, isOnly, view());
  };
  const write = (): void => {
    if (state().pages.length > 0) history.replaceState(null, '', here());
  };
  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    onReturn(location.hash);
  });
  return {
    follow() {
      clearTimeout(timer);
      timer = window.setTimeout(write, 250);
    },
    step() {
      clearTimeout(timer);
      write();
      history.pushState(null, '', location.hash);
    },
  };
}

/** The index of the page that an address leads to. */
export function pageOfAddress({ pages }: Pick<DeskState, 'pages'>, hash: string): number | undefined {
  const { folio, index } = readPlace(hash);
  return folio === undefined ? pages[(index ?? 0) - 1]?.index : pages.find((page) => page.folio === folio)?.index;
}
