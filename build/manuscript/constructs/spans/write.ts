import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { attributesOf, type Span, type Subscript, type Superscript } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';

/** Writers of spans, superscripts and subscripts. */
export const spansToMarkdown = {
  span: Object.assign(writeSpan, { peek: () => '[' }),
  superscript: Object.assign(script('^', 'sup'), { peek: () => '^' }),
  subscript: Object.assign(script('~', 'sub'), { peek: () => '~' }),
};

function writeSpan(node: Span, _parent: Nodes | undefined, state: State, info: Info): string {
  if (Object.keys(attributesOf(node)).length === 0)
    return `<span>${state.containerPhrasing(node, { ...info, before: '>', after: '<' })}</span>`;
  const exit = state.enter('label');
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  return `[${words}]${bracesOf(node)}`;
}

/**
 * Writes words between carets or tildes, as Pandoc does. Writes them as HTML if they have a space, or if the mark would
 * be read together with a neighbouring sign.
 */
function script(mark: '^' | '~', tag: string) {
  return (node: Superscript | Subscript, _parent: Nodes | undefined, state: State, info: Info): string => {
    const words = state.containerPhrasing(node, { ...info, before: mark, after: mark });
    const [outer, next] = [info.before.at(-1) ?? '', info.after[0] ?? ''];
    const isMeant = /[\p{L}\p{N}]/u.test(words) || /[^\s(]/.test(outer);
    const isPlain =
      isMeant &&
      !/^[\s{/[]|[ \t\n[\]^~<>`!]|\\(?! )/.test(words.replaceAll('\\ ', '\u00a0')) &&
      textOf(node) !== '' &&
      !/[[^~/]/.test(outer) &&
      !/[[^~{\d\\]/.test(next);
    if (isPlain) return `${mark}${words}${mark}${bracesOf(node)}`;
    return `<${tag}>${state.containerPhrasing(node, { ...info, before: '>', after: '<' })}</${tag}>${bracesOf(node)}`;
  };
}
