/**
 * The browser script bundled from an `in-page/index.ts` with all that it imports, as `in-page-bundle.mjs` describes.
 */
declare module '*?bundle' {
  const bundle: import('./page-functions.ts').Bundle;
  export default bundle;
}
