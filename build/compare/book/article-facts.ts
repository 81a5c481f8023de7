import type { Element } from 'xast';
import { elementsIn } from '../../check/epub/archive.ts';
import { wordsOf } from '../../check/epub/words.ts';
import type { TextBlock } from '../model.ts';
import { type BookReading, classNamesIn, textBlock } from './inline-text.ts';

/** Reads what stands above and below an article’s text, each with its name: title, authors, abstract, dates. */
export function articleFacts(article: Element, reading: BookReading): { opening: TextBlock[]; end: TextBlock[] } {
  const parts = article.children.filter((one): one is Element => one.type === 'element');
  const header = parts.find(({ name }) => name === 'header');
  const others = parts.filter(
    (one) => one !== header && /\b(statements|about|facts)\b/.test(classNamesIn(one).join(' ')),
  );
  const opening = header ? factsIn(header, '', reading) : [];
  const { page } = reading;
  const end = others.flatMap((one) => factsIn(one, '', { page }));
  return { opening, end };
}

function factsIn(root: Element, around: string, reading: BookReading): TextBlock[] {
  return root.children.flatMap((child): TextBlock[] => {
    if (child.type !== 'element' || child.name === 'h2' || child.attributes['epub:type'] === 'pagebreak') return [];
    const classes = classNamesIn(child);
    if (/^(div|section|header)$/.test(child.name)) {
      const inner = classes.find((name) => /^(abstract|translation|byline|about|statements)$/.test(name)) ?? around;
      // The title of a translation is its only heading.
      const title = inner === 'translation' ? elementsIn(child, 'h2').map((one) => fact('title', one, inner)) : [];
      return [...title, ...factsIn(child, inner, reading)];
    }
    const label = labelOf(child);
    // How an article is cited is made of what is compared by itself.
    if (classNamesIn(root).includes('facts') && label === undefined) return [];
    const name = nameOf(child, around, label);
    return [fact(name, child, around)];
  });

  function fact(name: string, element: Element, inside: string): TextBlock {
    const nodes = element.children.filter((one, i) => !(i === 0 && labelOf(element) !== undefined && isBold(one)));
    const named = inside === 'translation' ? `translation: ${name}` : name;
    return { ...textBlock('metadata', nodes, reading), name: named };
  }
}

const isBold = (node: Element['children'][number]): boolean => node.type === 'element' && node.name === 'b';

/** The words in bold before a fact, without the colon: `Keywords`. */
function labelOf(element: Element): string | undefined {
  const first = element.children.find((one) => one.type !== 'text' || one.value.trim() !== '');
  if (first?.type !== 'element' || !isBold(first)) return undefined;
  const words = wordsOf(first);
  return /\s*[:：]$/.test(words) ? words.replace(/\s*[:：]$/, '') : undefined;
}

function nameOf(element: Element, around: string, label: string | undefined): string {
  if (element.name === 'h1') return 'title';
  const [name = ''] = classNamesIn(element);
  if (/^(section|kind|subtitle|keywords|doi)$/.test(name)) return name === 'doi' ? 'DOI' : name;
  if (/^(author|authors)$/.test(name)) return 'authors';
  if (name === 'affiliations') return 'affiliations';
  if (around === 'abstract' || around === 'translation') return 'abstract';
  if (around === 'about') return 'about the authors';
  return label ?? (name || 'metadata');
}
