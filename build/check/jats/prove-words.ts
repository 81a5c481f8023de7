import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { Element, Root } from 'xast';
import { report } from '../../diagnostics/report.ts';
import type { Article, Phrase } from '../../issue/model.ts';
import { noteLabel } from '../../issue/note-label.ts';
import { entriesIn } from '../../jats/text/references.ts';
import { type ListOfWorks, nodesOf, partText } from '../../jats/text/section-tree.ts';
import { withoutHead } from '../../jats/text/theorems.ts';
import type { PlaceNames } from '../../manuscript/numbering/place-names.ts';
import { hasClass } from '../../text/has-class.ts';
import { visit } from '../../text/visit.ts';
import { compareTexts, spacedText } from '../../words/compare-texts.ts';
import type { NormalizedText } from '../../words/normalized-text.ts';
import { placeOfCharacter, treeText } from '../../words/tree-text.ts';
import { jatsText } from './jats-text.ts';

/** The means of comparing an article with its JATS. */
export interface JatsWords {
  /** The folio of each id; undefined where pages are not known. */
  folios: Readonly<Record<string, string>> | undefined;
  /** The words of a page reference without pages. */
  nameOf: PlaceNames;
}

/**
 * Proves on the finished bytes of its JATS that the words of an article, its works and each note are those of its tree,
 * whole, once and in order. A difference is reported in the manuscript.
 */
export function proveJatsWords(tree: Root, article: Article, { folios, nameOf }: JatsWords): void {
  const ids = new Map<string, Element>();
  const named = new Map<string, Element>();
  visit(tree, 'element', (element) => {
    if (element.attributes.id) ids.set(element.attributes.id, element);
    if (!named.has(element.name)) named.set(element.name, element);
  });
  const ways = [...(folios ? [folios] : []), {}];
  const prove = (nodes: readonly HtmlContent[], there: NormalizedText, what: string, alone = false): void => {
    const plain = nodes.map(withPlainTheorems);
    const faults = ways.map((folios) => {
      const wanted = treeText(plain, folios, (id) => nameOf(id, article).text);
      const difference =
        compareTexts(wanted, there) ??
        (alone && there.characters !== wanted.characters
          ? { at: wanted.characters.length - 1, wanted: spacedText(wanted, 0, 56), found: spacedText(there, 0, 80) }
          : undefined);
      return difference && { ...difference, place: placeOfCharacter(wanted, difference.at) };
    });
    const [fault] = faults;
    // JATS may have been made before pages were known.
    if (!fault || faults.some((one) => one === undefined)) return;
    report(article.file, 'words-kept', {
      at: fault.place,
      found: `${what} is not whole, once and in order, in the JATS: “${fault.found}”`,
      expected: `“${fault.wanted}”`,
      fix: 'This is a fault of Offprint; please report it with the manuscript.',
    });
  };
  const phrase = (one: Phrase | undefined, there: Element | undefined): void => {
    if (one) prove(one.tree, jatsText(there), `“${one.text.slice(0, 30)}”`);
  };
  phrase(article.title, named.get('article-title'));
  phrase(article.subtitle, named.get('subtitle'));
  for (const one of article.abstract) phrase(one, named.get('abstract'));
  for (const { lang, title, abstract } of article.translations)
    for (const one of [title, ...abstract])
      phrase(one, elementIn(tree, one === title ? 'trans-title-group' : 'trans-abstract', lang));
  const { text, lists } = partText(article.body);
  prove(nodesOf(text), jatsText(named.get('body')), 'The text', true);
  const ends = jatsText(named.get('back'), ({ name }) => name === 'fn-group');
  for (const list of lists) proveList(list, ends, prove);
  for (const note of article.notes) prove(note.body, jatsText(ids.get(note.id)), `Note ${noteLabel(note)}`, true);
  for (const { paragraphs, name } of article.statements)
    if (/^(?:acknowledgements|data-availability)$/.test(name))
      for (const one of paragraphs) phrase(one, named.get('back'));
}

type Prove = (nodes: readonly HtmlContent[], there: NormalizedText, what: string) => void;

/** Proves a list of works entry by entry. */
function proveList({ heading, before, section, lists }: ListOfWorks, there: NormalizedText, prove: Prove): void {
  for (const node of [...(heading ? [heading] : []), ...before]) prove([node], there, 'The text above a list of works');
  for (const entry of section ? entriesIn(section) : []) prove([entry], there, 'A work');
  for (const list of lists) proveList(list, there, prove);
}

function elementIn(tree: Root, name: string, lang: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.name === name && element.attributes['xml:lang'] === lang) found ??= element;
  });
  return found;
}

/** A tree in which the names of theorems are without the brackets that the pages have around them. */
function withPlainTheorems(node: HtmlContent): HtmlContent {
  if (node.type !== 'element') return node;
  if (!hasClass(node, 'theorem')) return { ...node, children: node.children.map(withPlainTheorems) };
  const { label, name, rest } = withoutHead(node);
  const block = (children: HtmlContent[]): HtmlElement => ({ type: 'element', tagName: 'p', properties: {}, children });
  return {
    ...node,
    children: [...(label ? [block([label])] : []), block(name), ...rest.map(withPlainTheorems)],
  };
}
