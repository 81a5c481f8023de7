import type { PhrasingContent } from 'mdast';

/**
 * A caption with emphasis around all of it in a form that the reader keeps: it removes plain emphasis, because styles
 * decide how captions look.
 */
export function asWhole(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = children;
  const isWhole = others.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong');
  return isWhole ? [{ type: only.type === 'strong' ? 'emphasis' : 'strong', children }] : children;
}
