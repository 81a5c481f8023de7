import type { Clause } from '../clause.ts';
import { isLight, readSpace } from '../colour.ts';
import { dictAt, itemsAt, nameAt, valueAt } from '../objects.ts';
import type { Page } from '../pages.ts';
import type { Painted } from '../painted.ts';
import { isTransparent, type State } from '../state.ts';

export const transparency: Clause = {
  rule: 'pdf-transparency',
  of: ['print', 'screen'],
  look({ catalog }, { find }, { profile }) {
    const intent = itemsAt(catalog, 'OutputIntents').length > 0;
    let last: State | undefined;
    let told: Page | undefined;
    const look = (shown: Painted) => {
      if (shown.state === last || told === shown.page) return;
      last = shown.state;
      // A page without colours to mix in takes those of the output intent.
      if (intent || !isTransparent(shown.state) || dictAt(shown.page.dict, 'Group')) return;
      told = shown.page;
      find({
        found: 'Something lets what is below show through, and nothing says in which colours',
        expected: 'an output intent, or a group of the page’s',
        on: shown,
      });
    };
    return {
      text: look,
      path: look,
      image: look,
      group(shown) {
        const { group, resources } = shown;
        const value = valueAt(group, 'CS');
        if (nameAt(group, 'S') !== 'Transparency' || !value || profile !== 'print') return;
        const space = readSpace(value, resources);
        if (isLight(space)) find({ found: `A group is mixed in ${space.family}`, expected: 'DeviceCMYK', on: shown });
      },
    };
  },
};
