import { firstWords, type SourcePassage } from '../imported.ts';
import { elements, textInside, type Xml } from '../office/xml.ts';
import { along, formatOf, type OdtStyles } from './styles.ts';

/** What has no words of the text: comments, deleted words, marks of indexes, numbers of notes. */
const leftOut =
  /^(?:office:annotation|text:tracked-changes|text:note-citation|text:(?:alphabetical-index|toc)-mark(?:-start|-end)?|text:ruby-text|text:hidden-text|svg:(?:title|desc)|office:forms|text:sequence-decls|draw:object|draw:image)$/;

/** The words of an OpenDocument text, paragraph by paragraph, by a walk of its own over the file. */
export function passagesOfOdt(root: Xml, styles: OdtStyles): SourcePassage[] {
  const passages: SourcePassage[] = [];
  let text = '';
  let paragraphs = 0;
  /** Raised words that have no end yet, and the spans around by which words are raised. */
  let raised = '';
  let raising = 0;
  const add = (words: string): void => {
    if (raising > 0) {
      raised += words;
      return;
    }
    endRaised();
    text += words;
  };
  /** Raised figures are words of their own. */
  const endRaised = (): void => {
    text += /^[\d\s,;]+$/.test(raised) ? ` ${raised} ` : raised;
    raised = '';
  };
  const end = (): void => {
    endRaised();
    const line = text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
    text = '';
    if (line !== '') passages.push({ text: line, at: { paragraph: ++paragraphs, words: firstWords(line) } });
  };
  /** Blocks within a paragraph: notes and boxes. */
  const aside = (node: Xml): void => {
    const before = { text, raised, raising };
    text = raised = '';
    raising = 0;
    walk(node);
    end();
    ({ text, raised, raising } = before);
  };
  const walk = (node: Xml): void => {
    for (const one of node.children) {
      if (typeof one === 'string') {
        if (/^(?:text:(?!list|section|index)|svg|dc)/.test(node.name)) add(one.replace(/[\t\n\r ]+/g, ' '));
        continue;
      }
      if (leftOut.test(one.name)) {
        if (one.name === 'draw:image') add(' ');
        continue;
      }
      if (/^text:(?:s|tab|line-break)$/.test(one.name)) add(' ');
      else if (one.name === 'text:span') span(one);
      else if (
        one.name === 'text:note' ||
        one.name === 'draw:text-box' ||
        (one.name.startsWith('draw:') && holdsBlocks(one))
      )
        aside(one);
      else {
        walk(one);
        if (/^text:[ph]$/.test(one.name) || one.name === 'table:table-cell') end();
      }
    }
  };
  const span = (node: Xml): void => {
    const style = styles.find('text', node.attributes['text:style-name']);
    if (along(style, 'text', 'text:display') === 'none') {
      // Hidden words are none of the paragraph that they stand in.
      const hidden = textInside(node).trim();
      if (hidden !== '') passages.push({ text: hidden, at: { words: firstWords(hidden) } });
      return;
    }
    const isRaised = formatOf(style).raised === 'super';
    if (isRaised) raising++;
    walk(node);
    if (isRaised) raising--;
  };
  walk(root);
  end();
  return passages;
}

function holdsBlocks(node: Xml): boolean {
  return elements(node).some(({ name }) => /^text:(?:p|h|list)$/.test(name));
}
