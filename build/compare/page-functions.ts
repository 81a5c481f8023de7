import { pageFunctions } from '../browser/page-functions.ts';
import type * as inPage from './in-page/index.ts';
import bundle from './in-page/index.ts?bundle';

/** Calls the functions that draw pages of PDFs in the browser: {@link inPage}. */
export const { call } = pageFunctions<typeof inPage>(bundle);
