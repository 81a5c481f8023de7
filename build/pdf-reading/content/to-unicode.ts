import { stringBytes, utf16 } from '../file/strings.ts';

/** Reads a font’s ToUnicode map: the characters of its codes (ISO 32000-1, 9.10.3). */
export function readToUnicode(data: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  const text = Buffer.from(data).toString('latin1');
  for (const [, section = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of section.matchAll(/(<[^>]*>)\s*(<[^>]*>)/g))
      map.set(codeOf(code), utf16(stringBytes(to)));
  }
  for (const [, section = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of section.matchAll(/(<[^>]*>)\s*(<[^>]*>)\s*(<[^>]*>|\[[^\]]*\])/g))
      addRange(map, codeOf(first), codeOf(last), to);
  }
  return map;
}

function addRange(map: Map<number, string>, first: number, last: number, to: string): void {
  const end = Math.min(last, first + 0xffff);
  if (to[0] === '[') {
    for (const [i, [one]] of [...to.matchAll(/<[^>]*>/g)].entries())
      if (first + i <= end) map.set(first + i, utf16(stringBytes(one)));
    return;
  }
  const begin = utf16(stringBytes(to));
  const lead = begin.slice(0, -1);
  const tail = begin.charCodeAt(begin.length - 1);
  for (let code = first; code <= end; code++) map.set(code, lead + String.fromCharCode(tail + code - first));
}

function codeOf(token: string): number {
  return stringBytes(token).reduce((code, byte) => code * 256 + byte, 0);
}
