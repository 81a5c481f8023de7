import { pageFunctions } from '../browser/page-functions.ts';
import type * as inPage from './in-page/index.ts';
import bundle from './in-page/index.ts?bundle';

/** Calls the functions in {@link inPage} that prepare a document in the browser for print. */
export const { call, hold } = pageFunctions<typeof inPage>(bundle);
