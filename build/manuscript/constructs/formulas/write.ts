import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { attributesOf, type DisplayedFormula, type Formula } from '../../tree.ts';
import { braces } from '../attributes/write.ts';

/** Writers of formulas. */
export const formulasToMarkdown = {
  formula: Object.assign(writeFormula, { peek: () => '$' }),
  displayedFormula(node: DisplayedFormula): string {
    const tag = node.tag ? ` \\tag{${node.tag}}` : '';
    const others = (node.data?.otherIds ?? []).map((id) => ` \\label{${id}}`).join('');
    const attributes = attributesWith(node);
    return `$$\n${lines(node.value)}${tag}${others}\n$$${attributes ? ` ${attributes}` : ''}`;
  },
};

function writeFormula(node: Formula, _parent: Nodes | undefined, _state: State, info: Info): string {
  const value = node.value.replace(/\s+/g, ' ');
  const attributes = attributesWith(node);
  // As the readers of authors’ files make it: displayed, once it is read.
  if (node.data?.isDouble) return `$$${value}$$${attributes}`;
  // A figure behind its last sign would say that it is a sum of money.
  const parting = !attributes && /^\d/.test(info.after) ? '<!-- -->' : '';
  return `$${value}$${attributes}${parting}`;
}

function attributesWith(node: Formula | DisplayedFormula): string {
  const { alt } = node;
  const plain = braces(attributesOf(node));
  if (alt === undefined) return plain;
  const said = `alt="${alt.replaceAll('"', '”')}"`;
  return plain ? `${plain.slice(0, -1)} ${said}}` : `{${said}}`;
}

/** TeX without empty lines, which would end it. */
function lines(tex: string): string {
  return tex.trim().replace(/\n\s*\n+/g, '\n');
}
