import type { DeskState } from '../desk-state.ts';

/** The state before the desk has said anything. */
export const unsetState: DeskState = {
  revision: -1,
  folder: '',
  journal: '',
  issueLine: '',
  lang: 'en',
  sheet: { width: 595, height: 842, bleed: 0 },
  pages: [],
  contents: [],
  findings: [],
  isCurrent: true,
  isBusy: false,
  printed: 0,
  trouble: '',
};
