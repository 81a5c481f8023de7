import type { Xml } from '../office/xml.ts';

/** The words of a text in a run: Word drops spaces at its ends unless they are to be kept. */
export function textOfRun(node: Xml): string {
  const [first, second] = node.children;
  const written = second === undefined && typeof first === 'string' ? first : node.children.join('');
  const text = /[\t\n\r]/.test(written) ? written.replace(/[\t\n\r]+/g, ' ') : written;
  if (node.attributes['xml:space'] === 'preserve') return text;
  let from = 0;
  let to = text.length;
  while (text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to);
}

/** The first words of a paragraph, to name it by; those of fields’ codes are not among them. */
export function wordsOfRuns(node: Xml): string {
  let text = '';
  const walk = (one: Xml): void => {
    if (one.name === 'w:t' || one.name === 'm:t') text += textOfRun(one);
    else if (one.name === 'w:tab' || one.name === 'w:br' || one.name === 'w:cr') text += ' ';
    else if (one.name !== 'w:txbxContent' && one.name !== 'w:pPr' && one.name !== 'w:rPr')
      for (const inner of one.children) {
        if (text.length > 200 && /\S/.test(text)) return;
        if (typeof inner !== 'string') walk(inner);
      }
    if (one.name === 'w:p') text += ' ';
  };
  walk(node);
  return text;
}
