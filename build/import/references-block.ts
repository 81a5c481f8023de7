import type { RootContent } from 'mdast';
import type { AuthorPlace } from './imported.ts';

/** Entries as the block of a bibliography, `:::references`. */
export function referencesBlock(entries: RootContent[], from: AuthorPlace | undefined): RootContent {
  return {
    type: 'containerDirective',
    name: 'references',
    attributes: {},
    children: entries,
    data: from ? { from } : {},
  } as RootContent;
}
