import type { Element } from 'xast';
import type { CitablePerson } from '../../citable/citable.ts';
import { element } from '../../xml/element.ts';

/** The name of a person in its parts, or of a body such as “The Editors”, as a whole. */
export function personName({ name, given, family, suffix, honorific, isFamilyFirst }: CitablePerson): Element {
  if (!family && /\s/.test(name)) return element('collab', {}, name);
  return element(
    'name',
    { 'name-style': !family ? 'given-only' : isFamilyFirst ? 'eastern' : 'western' },
    family && element('surname', {}, family),
    family ? given && element('given-names', {}, given) : element('given-names', {}, name),
    honorific && element('prefix', {}, honorific),
    suffix && element('suffix', {}, suffix),
  );
}
