import { dictAt, keysOf, nameAt } from '../../../../pdf-reading/file/objects.ts';
import { standardTypes } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';

export const tagsRoles: Clause = {
  rule: 'tags-roles',
  appliesTo: ['screen'],
  check({ tags, pages }, { find, skip }) {
    if (!tags) return skip('The file has no tags');
    const roles = dictAt(tags.root, 'RoleMap');
    for (const name of keysOf(roles)) {
      if (standardTypes.has(name) && nameAt(roles, name) !== name)
        find({
          found: `The standard’s tag ${name} is mapped to ${nameAt(roles, name)}`,
          expected: 'standard tags as they are',
        });
      else if (comesRound(name))
        find({
          found: `The tag ${name} is mapped to itself by the role map`,
          expected: 'a way that ends at a standard tag',
        });
    }
    const numberOf = new Map(pages.map((page) => [page.dict, page]));
    for (const { name, type, dict } of tags.all)
      if (!standardTypes.has(type))
        find({
          found: `The tag ${name || 'without a name'} is not mapped to one of the standard’s`,
          expected: 'a standard tag, or one that the role map leads to',
          on: numberOf.get(dictAt(dict, 'Pg') ?? dict),
        });

    function comesRound(name: string): boolean {
      const met = new Set<string>();
      for (let at: string | undefined = name; at !== undefined && !met.has(at); at = nameAt(roles, at)) {
        if (nameAt(roles, at) === name) return true;
        met.add(at);
      }
      return false;
    }
  },
};
