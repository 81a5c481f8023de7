import type { Nodes, RootContent } from 'mdast';
import { type Doubt, firstWords } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { FormContext } from './context.ts';
import { takeFor } from './take-for.ts';

/**
 * Puts the entries of bibliographies into their block: the paragraphs between a heading such as “References” and the
 * next heading, if most of them have a year or an address.
 */
export function gatherEntries(context: FormContext): void {
  const { imported, words } = context;
  const { tree } = imported;
  const out: RootContent[] = [];
  const { children } = tree;
  for (let i = 0; i < children.length; i++) {
    const node = children[i] as RootContent;
    out.push(node);
    const text = textOfTree(node).trim();
    if (isStyled(children[i + 1]) && node.type !== 'heading') {
      // A style says it, and no heading stands above.
      let last = i + 1;
      while (isStyled(children[last])) last++;
      out.push(blockOf(children.slice(i + 1, last)));
      i = last - 1;
      continue;
    }
    if (node.type !== 'heading' || !(words.is('references', text) || isStyled(children[i + 1]))) continue;
    let end = i + 1;
    while (end < children.length && isEntry(children[end] as RootContent)) end++;
    const entries = children.slice(i + 1, end);
    const dated = entries.filter((entry) => hasYear(textOfTree(entry)));
    if (entries.length < 2 || dated.length * 10 < entries.length * 6) continue;
    const name = firstWords(`entries below ${text}`);
    const about: Doubt = {
      rule: 'import-entry',
      confidence: dated.length === entries.length ? 0.95 : 0.85,
      at: entries[0]?.data?.from ?? { words: name },
      words: name,
      found: `${entries.length} paragraphs below “${text}”, ${dated.length} of them with a year or an address`,
      node,
    };
    const doubt = takeFor(context, about, ['bibliography', 'paragraphs']);
    if (doubt.made !== 'bibliography') continue;
    const block = blockOf(entries);
    doubt.node = block as Nodes;
    out.push(block);
    i = end - 1;
  }
  tree.children = out;
}

function blockOf(entries: RootContent[]): RootContent {
  return {
    type: 'containerDirective',
    name: 'references',
    attributes: {},
    children: entries,
    data: { ...(entries[0]?.data?.from ? { from: entries[0].data.from } : {}) },
  } as unknown as RootContent;
}

function isStyled(node: RootContent | undefined): boolean {
  return (
    node?.type === 'paragraph' &&
    /^(?:endnote )?bibliography|^references?$|literaturverzeichnis/i.test(node.data?.look?.style ?? '')
  );
}

function isEntry(node: RootContent): boolean {
  return node.type === 'paragraph' && textOfTree(node).length < 1500;
}

function hasYear(text: string): boolean {
  return /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|https?:|\bn\.\s?d\.|б\.\s?[дрг]\.|o\.\s?J\./u.test(text);
}
