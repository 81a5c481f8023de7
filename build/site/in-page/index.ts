import { searchWith } from './search.ts';

const form = document.querySelector<HTMLFormElement>('#search');
if (form) searchWith(form);

/** Nothing of it is called from outside: the page starts by itself. */
export const searchStarted = true;
