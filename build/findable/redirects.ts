import { escapedXml } from './feed.ts';

/** An address that a page had earlier. */
export interface Redirect {
  /** The path on the server, from its root on: `/index.php/annals/article/view/12`. */
  from: string;
  /** Where the page is now: a path from the root on. */
  to: string;
}

/**
 * The path of the file that stands at an earlier address, from the site on: `old/12.html`, or `old/12/index.html`
 * for an address without an ending. Undefined where no file can stand: outside the site’s folder, or behind a
 * question mark.
 */
export function fileAt(from: string, root: string): string | undefined {
  if (!from.startsWith(root) || from.includes('?')) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(from.slice(root.length)).replace(/\/$/, '');
  } catch {
    return undefined;
  }
  if (path === '' || /(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/.test(path)) return undefined;
  return /\.html?$/.test(path) ? path : `${path}/index.html`;
}

/** A page that leads on to where its page is now, for servers that read no rules. No script is needed. */
export function movedPage(to: string, title: string, lang: string): string {
  const [href, words] = [escapedXml(to), escapedXml(title)];
  return `<!DOCTYPE html>
<html lang="${escapedXml(lang)}">
<head>
<meta charset="utf-8">
<title>${words}</title>
<meta http-equiv="refresh" content="0; url=${href}">
<link rel="canonical" href="${href}">
</head>
<body>
<p><a href="${href}">${words}</a></p>
</body>
</html>
`;
}
