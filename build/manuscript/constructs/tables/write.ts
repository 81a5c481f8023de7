import type { PhrasingContent } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { Caption, Captioned } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';

/** A table with its caption below it: `Table: words {#id}`. */
export function writeCaptionedTable(node: Captioned, state: State, info: Info): string {
  const caption = node.children.find((child): child is Caption => child.type === 'caption');
  const others = node.children.filter((child) => child !== caption);
  const table = state.containerFlow({ type: 'root', children: others }, info);
  const words = caption
    ? state.containerPhrasing(
        { type: 'paragraph', children: asWhole(caption.children) },
        { ...info, before: ' ', after: '\n' },
      )
    : '';
  return `${table}\n\n${['Table:', words, bracesOf(node)].filter(Boolean).join(' ')}`;
}

/** How a caption looks is the style’s: emphasis that is all of it is taken off by the reader. */
function asWhole(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = children;
  const isWhole = others.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong');
  return isWhole ? [{ type: only.type === 'strong' ? 'emphasis' : 'strong', children }] : children;
}
