import type { Info, State } from 'mdast-util-to-markdown';
import type { Caption, Captioned } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';
import { asWhole } from '../captions/as-whole.ts';

/** Writes a listing with its caption below it: `: words {#id}`. */
export function writeListing(node: Captioned, state: State, info: Info): string {
  const caption = node.children.find((child): child is Caption => child.type === 'caption');
  const code = state.containerFlow(
    { type: 'root', children: node.children.filter((child) => child !== caption) },
    info,
  );
  const words = state.containerPhrasing(
    { type: 'paragraph', children: asWhole(caption?.children ?? []) },
    { ...info, before: ' ', after: '\n' },
  );
  return `${code}\n\n${[':', words, bracesOf(node)].filter(Boolean).join(' ')}`;
}
