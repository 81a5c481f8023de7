import type { Element } from 'xast';
import { partName, type WholeName } from '../../languages/part-name.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** The name of a person in its parts, or of a body such as “The Editors”, as a whole. */
export function personName(
  whole: WholeName & { honorific?: string | undefined },
  { article, terms }: JatsSetting,
): Element {
  const parts = partName(whole, article.lang, terms.languages);
  const prefix = whole.honorific ? element('prefix', {}, whole.honorific) : undefined;
  if (!parts && /\s/.test(whole.name.trim())) return element('collab', {}, whole.name);
  const { family, given, suffix, isFamilyFirst } = parts ?? { family: whole.name, isFamilyFirst: false };
  return element(
    'name',
    { 'name-style': !parts ? 'given-only' : isFamilyFirst ? 'eastern' : 'western' },
    parts ? element('surname', {}, family) : element('given-names', {}, family),
    given ? element('given-names', {}, given) : undefined,
    prefix,
    suffix ? element('suffix', {}, suffix) : undefined,
  );
}
