import type { HTTPRequest, Page, ResponseForRequest } from 'puppeteer';

/** A document, and all that it may load. */
export interface Site {
  /** Path of the document in `files`. */
  entry: string;
  /** By path, `fonts/Text.ttf`; `type` is a media type. Text is UTF-8, whether the type says so or not. */
  files: Map<string, { type: string; data: string | Uint8Array }>;
}

/** Where sites seem to live. The name can belong to nobody (RFC 2606), and https makes it a secure context. */
export const siteOrigin = 'https://offprint.invalid';

/** Documents show what is in their site. They run no script of their own, and have nobody to talk to. */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "script-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Answers every request of a page from the site's files, and refuses all others.
 * Returns the set of the addresses that were refused, filled as requests come.
 */
export async function serveSite(page: Page, site: Site): Promise<Set<string>> {
  const refused = new Set<string>();
  page.on('request', (request: HTTPRequest) => {
    // A page that is closed meanwhile asks for nothing any more.
    answer(request, site, refused).catch(() => {});
  });
  await page.setRequestInterception(true);
  return refused;
}

/** The address of a site's file. */
export function siteAddress(path: string): string {
  return `${siteOrigin}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function answer(request: HTTPRequest, site: Site, refused: Set<string>): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:')) return request.continue();
  const response = find(url, site);
  if (response) return request.respond(response);
  refused.add(url);
  return request.abort('blockedbyclient');
}

function find(url: string, site: Site): Partial<ResponseForRequest> | undefined {
  const { origin, pathname } = new URL(url);
  const file = origin === siteOrigin ? site.files.get(decodeURIComponent(pathname.slice(1))) : undefined;
  if (!file) return undefined;
  return {
    status: 200,
    contentType: typeof file.data === 'string' ? `${file.type.replace(/;.*/, '')}; charset=utf-8` : file.type,
    headers: { 'content-security-policy': policy },
    body: file.data,
  };
}
