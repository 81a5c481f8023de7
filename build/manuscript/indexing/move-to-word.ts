import type { Element, Parents, Text } from 'hast';
import { isIndexPart } from '../../issue/index-model.ts';

/**
 * Puts a mark without words around the words of a mark, or the word, right before it; else around the next word, or the
 * last one before.
 */
export function moveToWord({ children }: Parents, index: number): void {
  const mark = children[index] as Element;
  const [before, next] = [children[index - 1], children[index + 1]];
  if (before?.type === 'element' && isIndexPart(String(before.properties.id ?? ''))) {
    mark.children = before.children;
    before.children = [mark];
    children.splice(index, 1);
    return;
  }
  const [, head = '', last = '', tail = ''] = split(before, /^([\s\S]*?)(\S+)(\s*)$/);
  const [, space = '', word = '', rest = ''] = split(next, /^(\s*)(\S+)([\s\S]*)$/);
  const part = (like: Text, value: string): Text[] => (value ? [{ ...like, value }] : []);
  const isBehind = last !== '' && (word === '' || (tail === '' && space !== ''));
  if (isBehind && before?.type === 'text') {
    mark.children = [{ ...before, value: last }];
    children.splice(index - 1, 2, ...part(before, head), mark, ...part(before, tail));
  } else if (word !== '' && next?.type === 'text') {
    mark.children = [{ ...next, value: word }];
    // The space on the other side is the one that the text would have without the mark.
    const isDouble = space !== '' && before?.type === 'text' && /\s$/.test(before.value);
    children.splice(index, 2, ...part(next, isDouble ? '' : space), mark, ...part(next, rest));
  }
}

function split(node: Parents['children'][number] | undefined, pattern: RegExp): readonly string[] {
  return (node?.type === 'text' && pattern.exec(node.value)) || [];
}
