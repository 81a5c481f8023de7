import type { Element } from 'xast';
import { element } from '../element.ts';
import type { ArticleSetting } from '../setting.ts';
import { blocks, ownAttributes, trimmed } from './blocks.ts';
import { inline } from './inline.ts';
import type { TextSection } from './section-tree.ts';

/** The text of an article: blocks, then sections. */
export function body({ content, sections }: TextSection, setting: ArticleSetting): Element {
  return element('body', {}, blocks(content, setting), sections.map((one) => section(one, setting)));
}

function section({ heading, content, sections }: TextSection, setting: ArticleSetting): Element {
  return element(
    'sec',
    heading ? ownAttributes(heading) : {},
    element('title', {}, heading ? trimmed(inline(heading.children, setting)) : []),
    blocks(content, setting),
    sections.map((one) => section(one, setting)),
  );
}
