import type { Redirect } from './redirects.ts';
import { linkHeader, signposts } from './signposts.ts';
import type { JournalSite, SiteArticle } from './site-model.ts';
import { articlesOf } from './site-model.ts';

/** A file by which a server is told what to send with a page: its path, and what stands in it. */
export interface ServerFile {
  path: string;
  text: string;
}

/**
 * The link headers of a site’s pages, and the redirects of earlier addresses, for common servers: Apache, Netlify and
 * Cloudflare Pages, nginx.
 */
export function serverFiles(site: JournalSite, redirects: readonly Redirect[]): ServerFile[] {
  const root = site.base ? new URL(site.base).pathname : '/';
  const pages = articlesOf(site).flatMap(headersOf);
  return [
    { path: '.htaccess', text: apache(root, pages, redirects) },
    { path: '_headers', text: netlify(root, pages) },
    { path: '_redirects', text: redirects.map(({ from, to }) => `${from.replace('?', ' ')} ${to} 301\n`).join('') },
    { path: 'servers/nginx.conf', text: nginx(root, pages, redirects) },
  ].filter(({ text }) => text !== '');
}

interface Headed {
  /** From the site on. */
  path: string;
  links: string;
}

/** The headers of an article’s page, and of its files, which lead back to it. */
function headersOf({ article, at }: SiteArticle): Headed[] {
  const posts = signposts(article, at);
  const page = { path: at.path, links: linkHeader(posts) };
  const landing = posts.find(({ rel }) => rel === 'cite-as');
  const files = (at.files ?? []).map(({ path }) => ({
    path,
    links: linkHeader([
      ...(landing ? [landing] : []),
      ...(at.base ? [{ rel: 'collection' as const, href: `${at.base}${at.path}`, type: 'text/html' }] : []),
    ]),
  }));
  return [page, ...files].filter(({ links }) => links !== '');
}

const note = (sign: string): string => `${sign} Made by offprint site.\n`;

function apache(root: string, pages: readonly Headed[], redirects: readonly Redirect[]): string {
  // Rules in a folder see no address outside it.
  const moved = redirects.flatMap(({ from, to }) => {
    if (!from.startsWith(root)) return [];
    const [path = '', query] = from.slice(root.length).split('?');
    const asked = query === undefined ? '' : `  RewriteCond %{QUERY_STRING} "^${regExp(query)}$"\n`;
    return [
      `${asked}  RewriteRule "^${regExp(decoded(path))}/?$" "${to}" [R=301,L,NE${query === undefined ? '' : ',QSD'}]\n`,
    ];
  });
  const headed = pages.map(
    ({ path, links }) =>
      `  <If "%{REQUEST_URI} == '${root}${encodeURI(path)}'">\n    Header add Link "${links.replace(/"/g, '\\"').replaceAll('%', '%%')}"\n  </If>\n`,
  );
  return [
    note('#'),
    'AddCharset utf-8 .html .txt .bib .ris .json\nAddType application/wasm .pagefind\n',
    '<Files "feed.xml">\n  ForceType application/atom+xml\n</Files>\n',
    moved.length > 0 ? `<IfModule mod_rewrite.c>\n  RewriteEngine On\n${moved.join('')}</IfModule>\n` : '',
    headed.length > 0 ? `<IfModule mod_headers.c>\n${headed.join('')}</IfModule>\n` : '',
  ].join('');
}

function regExp(text: string): string {
  return text.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\"]/g, '\\$&');
}

/** `_headers`, as Netlify and Cloudflare Pages read it: Cloudflare no more than 100 rules, the newest are first. */
function netlify(root: string, pages: readonly Headed[]): string {
  return pages.map(({ path, links }) => `${root}${encodeURI(path)}\n  Link: ${links}\n`).join('');
}

function nginx(root: string, pages: readonly Headed[], redirects: readonly Redirect[]): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('$', '')}"`;
  const map = (of: string, to: string, pairs: readonly (readonly [string, string])[]): string =>
    `map $${of} $${to} {\n  default "";\n${pairs.map(([from, value]) => `  ${quoted(from)} ${quoted(value)};\n`).join('')}}\n`;
  return [
    note('#'),
    '# Include this file in http {}, and write in the site’s server {}:\n',
    '#   add_header Link $offprint_links;\n#   if ($offprint_moved) { return 301 $offprint_moved; }\n',
    map(
      'uri',
      'offprint_links',
      pages.map(({ path, links }) => [`${root}${path}`, links]),
    ),
    map(
      'request_uri',
      'offprint_moved',
      redirects.flatMap(({ from, to }) => {
        const asked = encoded(from);
        return [[asked, to], ...(asked.endsWith('/') || asked.includes('?') ? [] : [[`${asked}/`, to] as const])];
      }),
    ),
  ].join('');
}

/** An address without percent signs, as Apache compares it. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** An address as a browser asks for it, whichever way it was written down. */
function encoded(path: string): string {
  return encodeURI(decoded(path));
}
