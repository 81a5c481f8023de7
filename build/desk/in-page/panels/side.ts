import { byId, writeAttributes } from '../dom.ts';
import { settings } from '../settings.ts';

/** The names of the panels at the side. */
export type PanelName = 'contents' | 'page-map' | 'findings' | 'search';

/** The panels at the side, as tabs of which one is shown. */
export interface Side {
  show(panel: PanelName): void;
  /** Shows a panel, or hides the side where it is shown already. */
  turn(panel: PanelName): void;
  /** Leaves the side for the pages, and hides it where it covers them. */
  escape(): void;
}

const names: PanelName[] = ['contents', 'page-map', 'findings', 'search'];

/** Opens the side. */
export function side(): Side {
  const aside = byId('side');
  const toggle = byId('toggle-side');
  const isNarrow = matchMedia('(max-width: 760px)');
  const tabOf = (name: PanelName) => byId(`tab-${name}`);
  let shown: PanelName = 'contents';

  const setOpen = (isOpen: boolean): void => {
    aside.hidden = !isOpen;
    writeAttributes(toggle, { 'aria-expanded': String(isOpen) });
    if (!isNarrow.matches) settings.write('side', isOpen ? 'open' : 'closed');
  };
  const select = (name: PanelName): void => {
    shown = name;
    for (const one of names) {
      writeAttributes(tabOf(one), { 'aria-selected': String(one === name), tabindex: one === name ? 0 : -1 });
      byId(one).hidden = one !== name;
    }
  };
  for (const name of names) tabOf(name).addEventListener('click', () => select(name));
  byId('tabs').addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = names[(names.indexOf(shown) + step + names.length) % names.length] as PanelName;
    select(next);
    tabOf(next).focus();
  });
  // Where the side covers the pages, it leaves when a place on them is chosen.
  aside.addEventListener('click', ({ target }) => {
    if (isNarrow.matches && (target as Element).closest('a, .show, #hits button')) setOpen(false);
  });
  toggle.addEventListener('click', () => setOpen(aside.hidden === true));
  select(shown);
  setOpen(!isNarrow.matches && settings.read('side') !== 'closed');

  const show = (name: PanelName): void => {
    setOpen(true);
    select(name);
    tabOf(name).focus();
  };
  const leave = (): void => byId('pages').focus({ preventScroll: true });

  return {
    show,
    turn(name) {
      if (aside.hidden || shown !== name) return show(name);
      setOpen(false);
      leave();
    },
    escape() {
      if (isNarrow.matches) setOpen(false);
      if (aside.contains(document.activeElement) || aside.hidden) leave();
    },
  };
}
