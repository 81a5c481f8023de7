import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { mathLettersOf } from './math-letters.ts';

/**
 * The content of the `math` element that MathJax serialized, as readers of e-books and the schemas know it: without
 * attributes of MathJax’s own, links, classes and styles; letters of an alphabet as such, and words as words.
 */
export function cleanMathml(mathml: string): ElementContent[] {
  const [root] = fromXml(mathml).children.filter((child) => child.type === 'element');
  return root ? joinWords(cleaned(root)) : [];
}

/** The attributes that say how a formula is built (MathML Core and MathML 3). */
const allowed: ReadonlySet<string> = new Set([
  'accent',
  'accentunder',
  'align',
  'bevelled',
  'close',
  'columnalign',
  'columnlines',
  'columnspacing',
  'columnspan',
  'depth',
  'display',
  'displaystyle',
  'fence',
  'form',
  'frame',
  'height',
  'largeop',
  'linethickness',
  'lspace',
  'maxsize',
  'minsize',
  'movablelimits',
  'notation',
  'open',
  'rowalign',
  'rowlines',
  'rowspacing',
  'rowspan',
  'rspace',
  'scriptlevel',
  'separator',
  'side',
  'stretchy',
  'symmetric',
  'voffset',
  'width',
]);

function cleaned(element: XmlElement): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') {
      const value = child.value.replace(/[\ue400-\ue4ff]/g, (sign) => arrows[sign] ?? '');
      return value.trim() ? [{ type: 'text', value }] : [];
    }
    if (child.type !== 'element') return [];
    const properties = Object.fromEntries(
      Object.entries(child.attributes).filter(([name, value]) => allowed.has(name) && value),
    );
    const variant = child.attributes.mathvariant;
    const content = joinWords(cleaned(child));
    const made: Element = { type: 'element', tagName: child.name, properties, children: content };
    // Groups that only MathJax needs.
    if (child.name === 'mrow' && Object.keys(properties).length === 0 && (content.length === 1 || isRow(element)))
      return content;
    if (!/^m[ions]$|^mtext$/.test(child.name) || !variant) return [made];
    return [inAlphabet(made, variant)];
  });
}

/** True for an element that may have any number of children. */
function isRow({ name }: XmlElement): boolean {
  return /^(?:math|mrow|mtd|mstyle|msqrt|mpadded|mphantom|menclose)$/.test(name);
}

/** An element with the letters of an alphabet in place of plain letters; upright ones are said to be so. */
function inAlphabet(element: Element, variant: string): Element {
  const [text] = element.children;
  if (text?.type !== 'text') return element;
  const isName = element.tagName === 'mi';
  if (variant === 'normal') return isName && [...text.value].length === 1 ? upright(element) : element;
  const letters = mathLettersOf(text.value, variant);
  // One letter that stands alone would be set in italics.
  const made: Element = { ...element, children: [{ type: 'text', value: letters ?? text.value }] };
  return isName && letters === undefined && [...text.value].length === 1 ? upright(made) : made;
}

function upright(element: Element): Element {
  return { ...element, properties: { ...element.properties, mathvariant: 'normal' } };
}

/**
 * Children in which letters that follow each other are words, if their script has no letters for formulas, as Cyrillic.
 */
function joinWords(children: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    const word = wordOf(child);
    const before = joined.at(-1);
    const wordBefore = before && wordOf(before);
    if (word !== undefined && wordBefore !== undefined)
      joined[joined.length - 1] = {
        type: 'element',
        tagName: 'mtext',
        properties: {},
        children: [{ type: 'text', value: wordBefore + word }],
      };
    else joined.push(child);
  }
  return joined;
}

/** The letters of an element, if they are of a script without letters for formulas. */
function wordOf(node: ElementContent): string | undefined {
  if (node.type !== 'element' || !/^m(?:i|text)$/.test(node.tagName)) return undefined;
  const [text] = node.children;
  if (text?.type !== 'text' || !/^\p{L}+$/u.test(text.value)) return undefined;
  return /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Common}/u.test(text.value) ? undefined : text.value;
}

/** The signs of chemistry as Unicode has them; MathJax has characters of its own for them. */
const arrows: Readonly<Record<string, string>> = {
  '\ue408': '⇌',
  '\ue409': '⇌',
  '\ue40a': '⇌',
  '\ue410': '⋯',
  '\ue411': '⋯',
  '\ue412': '⋯',
  '\ue413': '⋯',
  '\ue428': '←',
  '\ue429': '→',
  '\ue42a': '↔',
  '\ue42b': '⇄',
};
