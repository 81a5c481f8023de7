import type { Element } from 'xast';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes } from './blocks.ts';
import { inline } from './inline.ts';
import type { TextSection } from './section-tree.ts';

/** The text of an article: blocks, then sections. */
export function body({ content, sections }: TextSection, setting: JatsSetting): Element {
  return element(
    'body',
    {},
    blocks(content, setting),
    sections.map((one) => section(one, setting)),
  );
}

function section({ heading, content, sections }: TextSection, setting: JatsSetting): Element {
  return element(
    'sec',
    heading ? ownAttributes(heading) : {},
    element('title', {}, heading ? blockContent(inline(heading.children, setting)) : []),
    blocks(content, setting),
    sections.map((one) => section(one, setting)),
  );
}
