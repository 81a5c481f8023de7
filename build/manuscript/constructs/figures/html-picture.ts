import type { Element } from 'hast';
import { readLength } from '../attributes/lengths.ts';

/** A picture as `<img>` says it: its address, words, id, and width as Markdown writes it, `50%` or `60mm`. */
export interface HtmlPicture {
  url: string;
  alt: string;
  id?: string;
  width?: string;
}

/** The picture of an `<img>`; undefined if it names no file. Widths in pixels, those of a screen, are left out. */
export function pictureOf({ properties }: Element): HtmlPicture | undefined {
  const { src, alt = '', id, width, style } = properties;
  const url = String(src ?? '').trim();
  if (url === '' || /[<>\n]/.test(url)) return undefined;
  const asked = /(?:^|;)\s*width\s*:\s*([\d.]+\s*[a-z%]+)/i.exec(String(style ?? ''))?.[1] ?? String(width ?? '');
  const length = /px$|^[\d.]*$/i.test(asked) ? undefined : readLength(asked);
  return {
    url,
    alt: String(alt).replace(/\s+/g, ' ').trim(),
    ...(id ? { id: String(id) } : {}),
    ...(length ? { width: length } : {}),
  };
}

/** Words as they stand between the brackets of a picture in Markdown. */
export function escapedAlt(words: string): string {
  return words.replace(/[\\`*_[\]<>&^~$@]/g, '\\$&');
}
