import { pageFunctions } from '../browser/page-functions.ts';
import type * as inPage from './in-page/index.ts';
import bundle from './in-page/index.ts?bundle';

/** What the browser does to a document before it is printed: {@link inPage}. */
export const { call } = pageFunctions<typeof inPage>(bundle);
