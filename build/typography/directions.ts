import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { type Direction, directionOf, isAllRightToLeft } from '../text/direction.ts';

/**
 * Gives a direction to all elements of a tree that are written in another than the text around them: those in such a
 * language, and blocks all of whose letters are. Browsers isolate what has one, so that figures, brackets and stops
 * beside it keep their places.
 */
export function markDirections(
  { children }: { children: Root['children'] | ElementContent[] },
  around: Direction,
): void {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const direction = ownDirection(child) ?? around;
    if (direction !== around) child.properties.dir ??= direction;
    markDirections(child, direction);
  }
}

function ownDirection(element: Element): Direction | undefined {
  const { dir, lang } = element.properties;
  if (dir === 'ltr' || dir === 'rtl') return dir;
  const named = typeof lang === 'string' && lang !== '' && !lang.startsWith('und') ? directionOf(lang) : undefined;
  return named ?? (blocks.has(element.tagName) && isAllRightToLeft(textOf(element)) ? 'rtl' : undefined);
}

/** Blocks that stand for themselves. An item of a list has the direction of the list, and its mark the place. */
const blocks = new Set('p blockquote ul ol dl table td th figcaption caption h1 h2 h3 h4 h5 h6 dd dt div'.split(' '));
