import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Site } from './browser.ts';

/**
 * The site of a document for print: `galley.html`, its stylesheet `galley.css`, and all files of the style and the
 * issue that they show.
 */
export function siteOf(document: string, css: string, style: Style, issue: Issue): Site {
  const files: Site['files'] = new Map([
    ['galley.html', { type: 'text/html', data: document }],
    ['galley.css', { type: 'text/css', data: css }],
  ]);
  for (const [path, data] of style.files) files.set(path, { type: typeOf(path), data });
  for (const { name, mediaType, data } of issue.pictures) files.set(`images/${name}`, { type: mediaType, data });
  return { entry: 'galley.html', files };
}

const types: Record<string, string> = {
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
