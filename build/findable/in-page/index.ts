import { citePassages } from './cite-passage.ts';

citePassages();

/** Nothing of it is called from outside: the page starts by itself. */
export const passagesStarted = true;
