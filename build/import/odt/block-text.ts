import { allIn, type Xml } from '../office/xml.ts';

/** The text of a paragraph without its notes and comments, by which an author finds it. */
export function textOfParagraph(node: Xml): string {
  return node.children
    .map((one): string => {
      if (typeof one === 'string') return one;
      if (/^(?:text:note|office:annotation|draw:)/.test(one.name)) return '';
      return /^text:(?:s|tab|line-break)$/.test(one.name) ? ' ' : textOfParagraph(one);
    })
    .join('');
}

/** The text of blocks, with spaces between them. */
export function wordsOfBlocks(node: Xml): string {
  return allIn(node, 'text:p', 'text:h').map(textOfParagraph).join(' ');
}
