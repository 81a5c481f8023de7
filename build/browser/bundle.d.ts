/**
 * The script for the browser that an `in-page/index.ts` is made into, with all that it imports; `in-page-bundle.mjs`
 * says how.
 */
declare module '*?bundle' {
  const bundle: import('./page-functions.ts').Bundle;
  export default bundle;
}
