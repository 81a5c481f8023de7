/** The content security policy of a page on the web: it loads what lies beside it, and nothing runs in it. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The same for a page with a script of the site’s own. */
export const scriptedPolicy = `${pagePolicy}; script-src 'self'`;
