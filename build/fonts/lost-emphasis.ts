import type { Element, Root } from 'xast';
import { faceFor } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import type { Cascade } from './cascade.ts';

/** Emphasised words that look like those around them. */
export interface LostEmphasis {
  element: Element;
  parent: Element;
  /** The slope or weight that was asked for. */
  asked: 'italic' | 'upright' | 'bold' | 'light';
  family: string;
  text: string;
}

/** Letters of scripts that have no italics: in a title in italics they stand upright, and nothing is lost. */
const upright =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Tibetan}\p{Script=Syriac}\p{Script=Glagolitic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Elements by which an author sets words apart. */
const emphatic = /^(em|i|cite|dfn|var|strong|b)$/;

/**
 * All emphasis of a document for which a style asks another slope or weight than that of the words around it, and gets
 * the same face.
 */
export function lostEmphasis(document: Root, cascade: Cascade, faces: readonly Face[]): LostEmphasis[] {
  const found: LostEmphasis[] = [];
  const visit = (node: Element | Root): void => {
    for (const child of node.children as Root['children']) {
      if (child.type !== 'element' || /^(head|svg|math)$/.test(child.name)) continue;
      if (emphatic.test(child.name) && node.type === 'element') {
        const lost = look(child, node);
        if (lost) found.push(lost);
      }
      visit(child);
    }
  };
  visit(document);
  return found;

  function look(element: Element, parent: Element): LostEmphasis | undefined {
    const [own, around] = [cascade(element), cascade(parent)];
    if (own.italic === around.italic && own.weight === around.weight) return undefined;
    const text = wordsIn(element);
    const letter = [...text].find(
      (one) => /[\p{L}\p{N}]/u.test(one) && (own.italic === around.italic || !upright.test(one)),
    );
    const face = letter && faceFor(faces, own, letter);
    if (!letter || !face || face !== faceFor(faces, around, letter)) return undefined;
    // An upright word within missing italics is lost because there are no italics around it.
    const asked =
      own.italic !== around.italic
        ? own.italic || !face.italic
          ? 'italic'
          : 'upright'
        : own.weight > around.weight || face.weight < 600
          ? 'bold'
          : 'light';
    return { element, parent, asked, family: face.family, text };
  }
}

function wordsIn({ children }: Element): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsIn(child) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
