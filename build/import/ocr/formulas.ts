import type { Nodes, Parents, Root } from 'mdast';
import { visit } from '../../text/visit.ts';
import { type Doubt, firstWords } from '../imported.ts';
import { placeOf } from './place.ts';

/** A formula between dollar signs: with a command, a brace or a raised sign in it, so that money is none. */
const formula = /\$\$[^$]+\$\$|\$(?=[^$\n]*[\\^_{}=])[^$\s](?:[^$\n]*[^$\s])?\$|\$\p{L}[\p{L}\d']{0,2}\$/gu;

/** Takes formulas in TeX out of the text: each is a doubt. */
export function takeFormulasOfText(root: Root): Doubt[] {
  const doubts: Doubt[] = [];
  for (const block of root.children)
    visit(block, (parent) => {
      if (!('children' in parent)) return;
      (parent as Parents).children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
        if (node.type !== 'text' || !node.value.includes('$')) return [node];
        const parts: Nodes[] = [];
        let from = 0;
        for (const { 0: found, index } of node.value.matchAll(formula)) {
          const value = found
            .replace(/^\$+|\$+$/g, '')
            .replace(/\s+/g, ' ')
            .trim();
          parts.push(
            { ...node, value: node.value.slice(from, index) },
            {
              type: 'formula',
              value,
              ...(found.startsWith('$$') ? { data: { isDouble: true } } : {}),
            },
          );
          from = index + found.length;
          doubts.push({
            rule: 'import-equation',
            confidence: 0.3,
            at: placeOf(node, value),
            words: firstWords(value),
            found: 'A formula',
            made: 'TeX',
            fix: 'Compare it with the printed one.',
            node: block,
          });
        }
        if (parts.length === 0) return [node];
        return [...parts, { ...node, value: node.value.slice(from) }].filter(
          (one) => one.type !== 'text' || one.value !== '',
        );
      }) as never;
    });
  return doubts;
}
