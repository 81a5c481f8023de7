import { pageFunctions } from '../browser/page-functions.ts';
import type * as inPage from './in-page/index.ts';
import bundle from './in-page/index.ts?bundle';

/** Calls the functions that make up pages in the browser: {@link inPage}. */
export const { call, hold } = pageFunctions<typeof inPage>(bundle);
