import type { CDPSession, Page } from 'puppeteer';

/** A document, and all files that it may load. */
export interface Site {
  /** Path of the document in `files`. */
  entry: string;
  /**
   * The files by path, such as `fonts/Text.ttf`; `type` is a media type. Text is UTF-8, whether the type says so or
   * not.
   */
  files: Map<string, { type: string; data: string | Uint8Array }>;
  /** True if modules of the site run, and may read its files: for documents of Offprint’s own alone. */
  runs?: boolean;
}

/** The address of all sites. No one can own the name (RFC 2606), and https makes it a secure context. */
const siteOrigin = 'https://offprint.invalid';

/** Documents show the files of their site. They run no script of their own, and send nothing. */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "script-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Modules of the site run, and no others. */
const runningPolicy = policy.replace("script-src 'none'", "script-src 'self'; connect-src 'self'");

/**
 * Answers the requests of a page from the site’s files, and refuses all others. It uses the browser’s protocol
 * directly, because Puppeteer takes longer to encode a font file than the browser to open the document.
 */
export async function serveSite(page: Page, site: Site): Promise<void> {
  const client = await page.createCDPSession();
  client.on('Fetch.requestPaused', ({ requestId, request }) => {
    // This fails if the page is closed, and then the answer is not needed.
    answer(client, requestId, request.url, site).catch(() => {});
  });
  await client.send('Fetch.enable');
}

/** The address of a site's file. */
export function siteAddress(path: string): string {
  return `${siteOrigin}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function answer(client: CDPSession, requestId: string, url: string, site: Site): Promise<void> {
  if (url.startsWith('data:')) return client.send('Fetch.continueRequest', { requestId });
  const path = pathOf(url);
  const file = path === undefined ? undefined : site.files.get(path);
  // As if the user had cancelled the request: a document that tries to go elsewhere stays.
  if (!file) return client.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  const isText = typeof file.data === 'string';
  return client.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'content-type', value: isText ? `${file.type.replace(/;.*/, '')}; charset=utf-8` : file.type },
      { name: 'content-security-policy', value: site.runs ? runningPolicy : policy },
    ],
    body: Buffer.from(file.data).toString('base64'),
  });
}

/** The path of an address in the site; undefined for one elsewhere, and for one with an invalid % escape. */
function pathOf(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== siteOrigin) return undefined;
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}
