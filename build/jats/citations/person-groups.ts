import type { Element } from 'xast';
import { type CslItem, type CslName, others } from '../../references/item.ts';
import { element } from '../../xml/element.ts';
import { plainCsl } from './csl-text.ts';

/** The roles of people in CSL, and the groups that JATS has for them. Others are `custom`, by their name in CSL. */
const groups: readonly [field: string, group: string][] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['collection-editor', 'custom'],
  ['container-author', 'custom'],
  ['editorial-director', 'custom'],
  ['translator', 'translator'],
  ['editor-translator', 'transed'],
  ['compiler', 'compiler'],
  ['curator', 'curator'],
  ['director', 'director'],
  ['illustrator', 'illustrator'],
  ['recipient', 'custom'],
  ['interviewer', 'custom'],
  ['reviewed-author', 'custom'],
  ['original-author', 'custom'],
  ['composer', 'custom'],
  ['performer', 'custom'],
  ['contributor', 'custom'],
  ['series-creator', 'custom'],
  ['script-writer', 'custom'],
  ['producer', 'custom'],
  ['host', 'custom'],
  ['guest', 'custom'],
  ['narrator', 'custom'],
  ['organizer', 'custom'],
  ['chair', 'custom'],
  ['executive-producer', 'custom'],
];

/** The people of a cited work, by their roles. */
export function personGroups(item: CslItem): Element[] {
  return groups.flatMap(([field, group]) => {
    const names = item[field];
    if (!Array.isArray(names) || names.length === 0) return [];
    const custom = group === 'custom' ? field : undefined;
    return [
      element('person-group', { 'person-group-type': group, 'custom-type': custom }, (names as CslName[]).map(nameOf)),
    ];
  });
}

function nameOf(name: CslName): Element {
  const { family, given, suffix, literal } = name;
  if (literal === others) return element('etal');
  const particle = name['non-dropping-particle'];
  const dropping = name['dropping-particle'];
  if (family === undefined) return element('collab', {}, plainCsl(literal ?? given ?? ''));
  const first = [given, dropping].filter(Boolean).join(' ');
  return element(
    'name',
    { 'name-style': /^\p{Script=Han}|^\p{Script=Hangul}/u.test(family) ? 'eastern' : 'western' },
    element('surname', {}, plainCsl([particle, family].filter(Boolean).join(particle?.endsWith('’') ? '' : ' '))),
    first ? element('given-names', {}, plainCsl(first)) : undefined,
    suffix ? element('suffix', {}, plainCsl(suffix)) : undefined,
  );
}
