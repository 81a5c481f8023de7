import { posix } from 'node:path';
import type { ElementContent, Root as Hast } from 'hast';
import type { Element, Root } from 'xast';
import { type Cache, keyOf, noCache } from '../../cache/cache.ts';
import { report } from '../../diagnostics/report.ts';
import { articleFile } from '../../issue/ids.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { noteLabel } from '../../issue/note-label.ts';
import { namedIn } from '../../reflow/article-texts.ts';
import { bookTargets } from '../../reflow/targets.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { compareTexts, spacedText } from '../../words/compare-texts.ts';
import { appendText, emptyText, type NormalizedText } from '../../words/normalized-text.ts';
import { isInline, placeOfCharacter, treeText } from '../../words/tree-text.ts';
import { elementsIn } from './archive.ts';

/** The sources that the words of an e-book are compared with. */
export interface BookWords {
  issue: Issue;
  terms: TermsBook;
  /** The page of every id, if the book may cite pages. */
  folios: Readonly<Record<string, string>> | undefined;
  /** The article, for a book of its own. */
  only?: Article | undefined;
  /** The document of an article by its id, where they are pages on the web. */
  webFile?: (article: string) => string;
}

/** A document of a book, with a function that parses it: one that was proved in an earlier build is not parsed. */
export interface BookDocument {
  path: string;
  text: string;
  tree: () => Root;
}

/**
 * Proves on the finished bytes of an e-book that the words of each article and each note are those of its tree, whole,
 * once and in order. A difference is reported in the manuscript.
 */
export async function proveBookWords(
  documents: readonly BookDocument[],
  { issue, terms, folios, only, webFile }: BookWords,
  cache: Cache = noCache,
): Promise<void> {
  const edition = webFile ? 'the web edition' : 'the EPUB';
  const byName = new Map(documents.map((document) => [posix.basename(document.path), document]));
  // A book may have been made before its pages were made up.
  const known = [...(folios ? [folios] : []), {}];
  const targets = bookTargets(issue, terms, {}, only);
  for (const article of only ? [only] : issue.articles) {
    const document = byName.get((webFile ?? articleFile)(article.id));
    if (!document) {
      report(article.file, 'words-kept', {
        found: `There is no document of this article in ${edition}`,
        expected: 'one',
        fix,
      });
      continue;
    }
    const named = () => namedIn(article).map((id) => [id, folios?.[id], targets.name(id, article)]);
    const key =
      article.key && cache !== noCache
        ? keyOf({
            edition,
            article: article.key,
            text: document.text,
            isPaged: !!folios,
            named: JSON.stringify(named()),
          })
        : undefined;
    if (key && (await cache.find('proved', key))) continue;
    const before = article.file.messages.length;
    const tree = document.tree();
    const ways = known.map((folios) => {
      const nameOf = (id: string) => targets.name(id, article).text;
      return (nodes: Hast | readonly ElementContent[]) => treeText(nodes, folios, nameOf);
    });
    const read = bookText(tree, isNote);
    const prove = (nodes: Hast | readonly ElementContent[], there: NormalizedText, what: string, alone = false) => {
      // A difference counts only if it is there with folios and without.
      const faults = [];
      for (const textOf of ways) {
        const wanted = textOf(nodes);
        const difference =
          compareTexts(wanted, there) ??
          (alone && there.characters !== wanted.characters
            ? { at: wanted.characters.length - 1, wanted: spacedText(wanted, 0, 56), found: spacedText(there, 0, 80) }
            : undefined);
        if (!difference) return;
        faults.push({ ...difference, place: placeOfCharacter(wanted, difference.at) });
      }
      const [fault] = faults;
      if (!fault) return;
      report(article.file, 'words-kept', {
        at: fault.place,
        found: `${what} is not whole, once and in order, in ${edition}: “${fault.found}”`,
        expected: `“${fault.wanted}”`,
        fix,
      });
    };
    for (const phrase of [article.title, article.subtitle, ...article.abstract])
      if (phrase) prove(phrase.tree, read, `“${phrase.text.slice(0, 30)}”`);
    prove(article.body, read, 'The text');
    const notes = new Map(elementsIn(tree).map((element) => [element.attributes.id ?? '', element]));
    for (const note of article.notes)
      prove(note.body, bookText(notes.get(note.id), isNumber), `Note ${noteLabel(note)}`, true);
    if (key && article.file.messages.length === before) await cache.keep('proved', key, true);
  }
}

const fix =
  'This is a fault of Offprint, or of a template of your own: if it is not yours, please report it with the manuscript.';

const isNote = ({ attributes }: Element) => attributes.role === 'doc-footnote';
/** True for the number of a note, with its links back to the calls. */
const isNumber = ({ attributes }: Element) => attributes.class === 'number';
/**
 * True for words that only the book has: the marks of printed pages, long descriptions of pictures, the names of
 * repeated authors.
 */
const isAdded = ({ name, attributes }: Element) =>
  attributes.role === 'doc-pagebreak' ||
  /^(description|unseen)$/.test(attributes.class ?? '') ||
  /^(head|svg|math|script|style)$/.test(name);

/** The words of an element of a book, except those in elements that `skips` is true of. */
function bookText(element: Element | Root | undefined, skips: (element: Element) => boolean): NormalizedText {
  const normalized = emptyText();
  const visit = (node: Element | Root): void => {
    for (const child of node.children) {
      if (child.type === 'text' || child.type === 'cdata') appendText(normalized, child.value);
      if (child.type !== 'element' || isAdded(child) || skips(child)) continue;
      const parts = !isInline(child.name) || child.name === 'br';
      if (parts) appendText(normalized, ' ');
      visit(child);
      if (parts) appendText(normalized, ' ');
    }
  };
  if (element) visit(element);
  return normalized;
}
