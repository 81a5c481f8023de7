import { type AtRule, parse } from 'postcss';
import { type Cache, noCache } from '../cache/cache.ts';
import { asciiName } from '../languages/ascii-name.ts';
import type { Face, Style } from '../styles/style.ts';
import { replaceUrls, urlsIn } from '../styles/urls.ts';
import { charactersByFace, type SetLetters } from './characters.ts';
import { cutDown } from './cut-faces.ts';
import { featuresIn } from './features.ts';
import { ownName } from './own-name.ts';

/** A stylesheet whose faces are cut down to what is shown in them. */
export interface EmbeddedFonts {
  css: string;
  /** WOFF2 as `fonts/<name>.woff2`, and the licence of each family beside them. */
  files: Map<string, Uint8Array>;
}

/**
 * Cuts a style's faces down to the letters that are shown in them, with the features that the stylesheet calls for, and
 * removes the others from it. A face that is cut down gets another name inside if its licence asks for that. The result
 * is the same on every machine. Throws what harfbuzz throws for a face it cannot read.
 */
export async function embedFonts(
  style: Style,
  letters: readonly SetLetters[],
  cache: Cache = noCache,
): Promise<EmbeddedFonts> {
  const sheet = parse(style.css);
  const used = charactersByFace(style.faces, letters);
  const features = featuresIn(sheet);
  const shown = style.faces.flatMap((face) => {
    const characters = used.get(face);
    return characters ? [{ face, text: [...characters].sort().join('') }] : [];
  });
  const cut = await Promise.all(
    shown.map(({ face, text }) => cutDown({ data: ownName(face), text, format: 'woff2', features }, cache)),
  );
  const files = new Map<string, Uint8Array>();
  for (const [i, { face }] of shown.entries()) {
    files.set(woffName(face), cut[i] as Uint8Array);
    if (face.licence) files.set(`fonts/${asciiName(face.family)}-license.txt`, new TextEncoder().encode(face.licence));
  }
  const kept = new Map([...used.keys()].map((face) => [face.file, woffName(face)]));
  sheet.walkAtRules('font-face', (rule) => {
    if (!sourcesOf(rule).some((url) => kept.has(url))) rule.remove();
    else
      rule.walkDecls('src', (declaration) => {
        declaration.value = `${replaceUrls(declaration.value, (url) => kept.get(url) ?? url)} format("woff2")`;
      });
  });
  return { css: sheet.toString(), files };
}

/** The families that set some letters, in the style's order. */
export function familiesOf(style: Style, letters: readonly SetLetters[]): string[] {
  const used = charactersByFace(style.faces, letters);
  return [...new Set(style.faces.filter((face) => used.has(face)).map((face) => face.family))];
}

function sourcesOf(rule: AtRule): string[] {
  const urls: string[] = [];
  rule.walkDecls('src', ({ value }) => void urls.push(...urlsIn(value)));
  return urls;
}

function woffName(face: Face): string {
  return face.file.replace(/\.\w+$/, '.woff2');
}
