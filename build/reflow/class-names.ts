import type { Element } from 'hast';

/** The classes of an element. */
export function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}
