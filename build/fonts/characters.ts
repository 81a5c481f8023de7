import type { Root as Sheet } from 'postcss';
import type { Element, Root } from 'xast';
import { coverageOf } from '../faces/coverage.ts';
import { nearestFace } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import { ownTextOf } from './drawn-cascade.ts';
import { fontRules } from './font-rules.ts';
import { type FontChoices, fontChoicesOf, generatedText, initialFontChoices } from './settings.ts';

/**
 * The characters that each face sets in some XHTML documents under a stylesheet; a face that sets none is not in the
 * map. Where the stylesheet leaves it open, both faces get the character: one too many does no harm, one too few shows
 * another face in the middle of a word.
 */
export function charactersByFace(
  sheet: Sheet,
  faces: readonly Face[],
  documents: readonly Root[],
): Map<Face, Set<string>> {
  const rules = fontRules(sheet);
  const texts = new Map<string, { setting: FontChoices; characters: Set<string> }>();

  const walk = (path: readonly Element[], inherited: FontChoices): void => {
    const element = path.at(-1) as Element;
    if (element.name === 'head') return;
    const setting = fontChoicesOf(path, rules, inherited);
    const text = ownTextOf(element) + markerText(path) + generatedText(path, rules);
    if (text.trim()) {
      const key = JSON.stringify(setting);
      const entry = texts.get(key) ?? { setting, characters: new Set() };
      texts.set(key, entry);
      // A reader may hyphenate anywhere, with either hyphen.
      for (const cluster of clustersIn(`${text}-‐`)) entry.characters.add(cluster);
    }
    for (const child of element.children) if (child.type === 'element') walk([...path, child], setting);
  };
  for (const document of documents) {
    for (const child of document.children) if (child.type === 'element') walk([child], initialFontChoices);
  }

  const found = new Map<Face, Set<string>>();
  for (const { setting, characters } of texts.values()) {
    const inCapitals = [...setting.transformed, ...setting.smallCaps].includes(true);
    const shown = [...characters].flatMap((cluster) =>
      inCapitals ? [cluster, cluster.toUpperCase(), cluster.toLowerCase()] : [cluster],
    );
    for (const stack of waysOf(setting, faces)) for (const cluster of shown) assign(cluster, stack, found);
  }
  return found;
}

/** Numbers and bullets that a reader draws before the items of a list. */
function markerText(path: readonly Element[]): string {
  const item = path.at(-1);
  if (item?.name !== 'li') return '';
  const own = /list-style-type:\s*"([^"]*)"/.exec(item.attributes.style ?? '')?.[1];
  if (own !== undefined) return own;
  return path.at(-2)?.name === 'ol' ? '0123456789.' : '•';
}

/** The letters of a text, each with its combining marks: they are set in one face. */
function clustersIn(text: string): string[] {
  return text.normalize('NFC').match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** For every family list, weight and slope that a setting leaves open: the faces a character is looked for in. */
function waysOf({ family, weight, italic }: FontChoices, faces: readonly Face[]): Face[][] {
  const ways = family.flatMap((names) => weight.flatMap((bold) => italic.map((slope) => ({ names, bold, slope }))));
  return ways.map(({ names, bold, slope }) => names.flatMap((name) => nearestFace(faces, name, bold, slope) ?? []));
}

function assign(cluster: string, stack: readonly Face[], found: Map<Face, Set<string>>): void {
  const face = stack.find(({ data }) => coverageOf(data)(cluster));
  if (!face) {
    if (cluster.length > 1) for (const character of cluster) if (character !== cluster) assign(character, stack, found);
    return;
  }
  const characters = found.get(face) ?? new Set();
  found.set(face, characters);
  for (const character of cluster) characters.add(character);
}
