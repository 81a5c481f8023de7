import type { Element, ElementContent, Root } from 'hast';
import { isWorkId } from '../issue/ids.ts';
import type { Article } from '../issue/model.ts';
import { hasClass } from '../text/has-class.ts';
import { visit } from '../text/visit.ts';
import type { PlaceKind } from './setting.ts';

/** The kinds of all places of an article that a reference can lead to, by their ids. */
export function referencePlaces({ body, notes }: Article): ReadonlyMap<string, PlaceKind> {
  const places = new Map<string, PlaceKind>();
  const trees: (Root | ElementContent)[] = [body, ...notes.flatMap((note) => note.body)];
  for (const tree of trees)
    visit(tree as Root, 'element', (element) => {
      const { id } = element.properties;
      if (typeof id === 'string') places.set(id, kindOf(element, id));
    });
  for (const { id } of notes) places.set(id, 'fn');
  return places;
}

function kindOf(element: Element, id: string): PlaceKind {
  const { tagName } = element;
  if (isWorkId(id)) return 'bibr';
  if (/^h[2-6]$/.test(tagName)) return 'sec';
  if (tagName === 'figure')
    return hasClass(element, 'table') ? 'table' : hasClass(element, 'listing') ? 'boxed-text' : 'fig';
  if (tagName === 'table') return 'table';
  if (tagName === 'ul' || tagName === 'ol') return 'list';
  if (hasClass(element, 'formula')) return 'disp-formula';
  if (hasClass(element, 'theorem')) return 'statement';
  return hasClass(element, 'box') ? 'boxed-text' : 'other';
}
