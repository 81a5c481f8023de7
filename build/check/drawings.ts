import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { report } from '../diagnostics/report.ts';
import { drawnLetters } from '../fonts/drawn-letters.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { faceForLetters } from '../text/foreign-scripts.ts';
import { visit } from '../text/visit.ts';
import { picturePlaces } from './picture-places.ts';

/**
 * Reports words in SVGs that cannot be set as they are in a style’s faces, at the line of the picture: letters that
 * none of the faces has, letters that a symbol face shows as signs, and letters with a line around them.
 */
export function checkDrawings(issue: Issue, style: Style): void {
  const drawings = issue.pictures.filter(({ mediaType }) => mediaType === 'image/svg+xml');
  if (drawings.length === 0) return;
  const places = picturePlaces(issue);
  for (const picture of drawings) {
    const { file, at } = places.get(picture.name) ?? {};
    if (!file) continue;
    const name = picture.named ?? picture.name;
    const { missing, signs, outlined } = unsettableWords(picture.data, style);
    if (missing.size > 0)
      report(file, 'glyph-present', {
        at,
        found: `Letters in the drawing ${name} are in none of the style’s faces: ${listOf(missing)}`,
        expected: 'characters of the style’s faces',
        fix: `${outlines} Or ${faceFor(missing)}.`,
      });
    for (const [outline, words] of outlined)
      report(file, 'image-letters', {
        at,
        level: outline === 'needed' ? 'error' : 'warning',
        found: `Letters in the drawing ${name} have a line around them (stroke), ${outline === 'needed' ? 'without which they are not seen' : 'which is left out'}: ${listOf(words)}`,
        fix: outlines,
      });
    for (const [face, words] of signs)
      report(file, 'image-letters', {
        at,
        found: `The drawing ${name} has signs from the face ${face}, which would be set as letters: ${listOf(words)}`,
        fix: outlines,
      });
  }
}

/** The way to a face for some letters. */
function faceFor(letters: ReadonlySet<string>): string {
  const face = faceForLetters(letters);
  return face ? `run: offprint fonts add ${face.tag}` : 'name a face that has them in the style’s faces.css';
}

const outlines =
  'Turn the lettering into outlines in the drawing program (Inkscape: Path › Object to Path; Illustrator: Type › Create Outlines).';

/** The words of a drawing, and of drawings inside it, that cannot be set as they are. */
interface UnsettableWords {
  missing: Set<string>;
  /** By face. */
  signs: Map<string, Set<string>>;
  /** By whether their outline is needed. */
  outlined: Map<string, Set<string>>;
}

function unsettableWords(data: Uint8Array, style: Style): UnsettableWords {
  const missing = new Set<string>();
  const signs: UnsettableWords['signs'] = new Map();
  const outlined: UnsettableWords['outlined'] = new Map();
  const add = (to: Map<string, Set<string>>, key: string, text: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(text.trim()));
  const look = (bytes: Uint8Array): void => {
    const svg = fromXml(new TextDecoder().decode(bytes)).children.find(
      (node): node is Element => node.type === 'element',
    );
    if (!svg) return;
    for (const letters of drawnLetters(svg, style)) {
      for (const cluster of letters.missing) missing.add(cluster);
      if (letters.signs) add(signs, letters.signs, letters.text);
      if (letters.outline) add(outlined, letters.outline, letters.text);
    }
    visit(svg, 'element', ({ attributes }) => {
      for (const value of Object.values(attributes)) {
        const [, inner] = /^data:image\/svg\+xml;base64,(.*)$/is.exec(value ?? '') ?? [];
        if (inner) look(Buffer.from(inner, 'base64'));
      }
    });
  };
  look(data);
  return { missing, signs, outlined };
}

function listOf(texts: ReadonlySet<string>): string {
  const shown = [...texts].slice(0, 12).map((text) => {
    const codes = [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    return text.length > 4 ? `“${text.slice(0, 40)}”` : `“${text}” (${codes.join(' ')})`;
  });
  return `${shown.join(', ')}${texts.size > 12 ? ` and ${texts.size - 12} more` : ''}`;
}
