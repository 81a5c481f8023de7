import type { Element, Root } from 'xast';
import { coverageOf } from '../faces/coverage.ts';
import { nearestFace } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import { ownTextOf } from './drawn-cascade.ts';
import type { FontRule } from './font-rules.ts';
import { type FontChoices, fontChoicesOf, generatedText, initialFontChoices } from './settings.ts';

/** The letters of a document that have one setting, each with its combining marks, each once. */
export interface SetLetters {
  setting: FontChoices;
  letters: string[];
}

/** The letters that an XHTML document shows under the rules of a stylesheet, by their setting. */
export function setLettersIn(document: Root, rules: readonly FontRule[]): SetLetters[] {
  const texts = new Map<string, { setting: FontChoices; letters: LetterSet }>();
  const signatureOf = signatures(rules);
  const shown = [...new Set(rules.flatMap((rule) => rule.shown))];

  const walk = (path: readonly Element[], above: Step): void => {
    const element = path.at(-1) as Element;
    if (element.name === 'head' || element.name === 'math') return;
    const signature = signatureOf(element);
    const step = above.below.get(signature) ?? stepOf(path, rules, above);
    above.below.set(signature, step);
    const { setting, generated } = step;
    const text =
      ownTextOf(element) + markerText(path) + generated + shown.map((name) => element.attributes[name] ?? '').join('');
    if (text.trim()) {
      step.letters ??= lettersOf(setting);
      // A reader may hyphenate anywhere, with either hyphen.
      step.letters.add(`${text}-‐`);
    }
    for (const child of element.children) if (child.type === 'element') walk([...path, child], step);
  };
  for (const child of document.children)
    if (child.type === 'element') walk([child], { setting: initialFontChoices, generated: '', below: new Map() });
  return [...texts.values()].map(({ setting, letters }) => ({ setting, letters: [...letters.found] }));

  function lettersOf(setting: FontChoices): LetterSet {
    const key = JSON.stringify(setting);
    const entry = texts.get(key) ?? { setting, letters: letterSet() };
    texts.set(key, entry);
    return entry.letters;
  }
}

/**
 * The characters that each face sets of some letters; a face that sets none is not in the map. Where the stylesheet
 * leaves it open, both faces get the character: one too many does no harm, one too few shows another face in the middle
 * of a word.
 */
export function charactersByFace(faces: readonly Face[], texts: readonly SetLetters[]): Map<Face, Set<string>> {
  const bySetting = new Map<string, { setting: FontChoices; letters: Set<string> }>();
  for (const { setting, letters } of texts) {
    const key = JSON.stringify(setting);
    const entry = bySetting.get(key) ?? { setting, letters: new Set() };
    bySetting.set(key, entry);
    for (const letter of letters) entry.letters.add(letter);
  }
  const found = new Map<Face, Set<string>>();
  for (const { setting, letters } of bySetting.values()) {
    const inCapitals = [...setting.transformed, ...setting.smallCaps].includes(true);
    const shown = [...letters].flatMap((letter) =>
      inCapitals ? [letter, letter.toUpperCase(), letter.toLowerCase()] : [letter],
    );
    for (const stack of waysOf(setting, faces)) for (const letter of shown) assign(letter, stack, found);
  }
  return found;
}

/** What the rules say of all elements that they cannot tell apart: those with the same ancestors, seen by the rules. */
interface Step {
  setting: FontChoices;
  generated: string;
  letters?: LetterSet;
  /** The elements in it, by their signatures. */
  below: Map<string, Step>;
}

function stepOf(path: readonly Element[], rules: readonly FontRule[], above: Step): Step {
  return {
    setting: fontChoicesOf(path, rules, above.setting),
    generated: generatedText(path, rules),
    below: new Map(),
  };
}

/** A function that says of an element all that selectors of some rules ask about. */
function signatures(rules: readonly FontRule[]): (element: Element) => string {
  const compounds = rules.flatMap(({ selector }) => selector.steps.map(({ compound }) => compound));
  const ids = new Set(compounds.map(({ id }) => id));
  const names = [...new Set(compounds.flatMap(({ attributes }) => attributes.map(({ name }) => name)))];
  return ({ name, attributes }) => {
    const { class: classes, id } = attributes;
    const known = id && ids.has(id) ? id : '';
    return [
      name,
      classes,
      known,
      ...names.map((one) => (attributes[one] === undefined ? '' : `=${attributes[one]}`)),
    ].join('\n');
  };
}

/** Letters that grow by those of texts. */
interface LetterSet {
  found: Set<string>;
  add: (text: string) => void;
}

function letterSet(): LetterSet {
  const found = new Set<string>();
  /** By code unit: 1 for a character that is in the set by itself. */
  const known = new Uint8Array(2 ** 16);
  return {
    found,
    add(text) {
      const whole = text.normalize('NFC');
      if (/[\u{10000}-\u{10ffff}\p{M}\p{Cs}]/u.test(whole)) {
        for (const letter of whole.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) found.add(letter);
        return;
      }
      for (let i = 0; i < whole.length; i++) {
        const unit = whole.charCodeAt(i);
        if (known[unit] === 1) continue;
        known[unit] = 1;
        found.add(whole.charAt(i));
      }
    },
  };
}

/** Numbers and bullets that a reader draws before the items of a list. */
function markerText(path: readonly Element[]): string {
  const item = path.at(-1);
  if (item?.name !== 'li') return '';
  const own = /list-style-type:\s*"([^"]*)"/.exec(item.attributes.style ?? '')?.[1];
  if (own !== undefined) return own;
  return path.at(-2)?.name === 'ol' ? '0123456789.' : '•';
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
