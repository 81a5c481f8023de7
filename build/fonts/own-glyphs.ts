import type { Element, Root } from 'xast';
import { type Feature, hasSubstitute } from '../faces/substitutions.ts';
import { faceFor } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import type { Cascade } from './cascade.ts';

/**
 * The class of runs for which a face has glyphs of its own: superiors, inferiors, small capitals. A style imitates them
 * for the others.
 */
export const realClass = 'real';

/** A run that asks for glyphs of its own: a call, `sup`, `sub`, or small capitals. */
export interface OwnGlyphRun {
  element: Element;
  kind: 'call' | 'sup' | 'sub' | 'smallcaps';
}

/** Every run of a document that asks for glyphs of its own, in order. */
export function ownGlyphRuns(document: Root): OwnGlyphRun[] {
  const runs: OwnGlyphRun[] = [];
  const visit = (node: Element | Root): void => {
    for (const child of node.children as Root['children']) {
      if (child.type !== 'element' || /^(?:head|svg|math)$/.test(child.name)) continue;
      const kind = kindOf(child);
      if (kind) runs.push({ element: child, kind });
      visit(child);
    }
  };
  visit(document);
  return runs;
}

function kindOf({ name, attributes }: Element): OwnGlyphRun['kind'] | undefined {
  const classes = (attributes.class ?? '').split(/\s+/);
  // Faces have superior figures, and no superior stars and daggers.
  if (classes.includes('call')) return classes.includes('sign') ? undefined : 'call';
  if (name === 'sup' || name === 'sub') return name;
  return classes.includes('smallcaps') ? 'smallcaps' : undefined;
}

/**
 * The runs whose faces have glyphs for each of their characters; of calls all or none, so that those of an issue look
 * alike. The runs must have the class already when the cascade is computed, since the style’s rules for them may choose
 * another face.
 */
export function realRuns(
  runs: readonly OwnGlyphRun[],
  cascade: Cascade,
  faces: readonly Face[],
): { real: Set<OwnGlyphRun>; callsAreReal: boolean } {
  const known = new Map<string, boolean>();
  const has = (text: string, element: Element, feature: 'sups' | 'subs'): boolean => {
    const style = cascade(element);
    const key = JSON.stringify([text, style, feature]);
    const before =
      known.get(key) ?? [...text].every((one) => hasGlyph(one, faceFor(faces, style, one), feature, style.lang));
    known.set(key, before);
    return before;
  };
  const calls = runs.filter(({ kind }) => kind === 'call');
  const callsAreReal = calls.every(({ element }) => has('0123456789', element, 'sups'));
  const real = new Set(
    runs.filter(({ element, kind }) => {
      if (kind === 'call') return callsAreReal;
      const texts = textsIn(element).filter(({ text }) => text !== '');
      if (kind === 'smallcaps')
        return texts.every(({ text, parent }) => hasSmallCapitals(text, parent, cascade, faces));
      return texts.length > 0 && texts.every(({ text, parent }) => has(text, parent, kind === 'sup' ? 'sups' : 'subs'));
    }),
  );
  return { real, callsAreReal };
}

function hasGlyph(character: string, face: Face | undefined, feature: Feature, lang: string): boolean {
  return face !== undefined && hasSubstitute(face.data, feature, character, lang);
}

/** True if each letter of a text has a small capital in the face that sets it. */
function hasSmallCapitals(text: string, element: Element, cascade: Cascade, faces: readonly Face[]): boolean {
  const style = cascade(element);
  return [...text].every((letter) => {
    const feature = /\p{Ll}/u.test(letter) ? 'smcp' : /\p{Lu}/u.test(letter) ? 'c2sc' : undefined;
    const face = feature && faceFor(faces, style, letter);
    return !feature || hasGlyph(letter, face, feature, style.lang);
  });
}

/**
 * The texts of a run with their elements, without spaces and without runs inside it, which are judged by themselves.
 */
function textsIn(element: Element): { text: string; parent: Element }[] {
  return element.children.flatMap((child) => {
    if (child.type === 'text')
      return [{ text: child.value.normalize('NFC').replace(/[\s\p{Cf}]/gu, ''), parent: element }];
    if (child.type !== 'element' || kindOf(child) || child.name === 'code') return [];
    return textsIn(child);
  });
}
