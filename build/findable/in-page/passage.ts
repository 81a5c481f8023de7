/** A passage that a reader selected, with the printed pages on which it stands. */
export interface SelectedPassage {
  words: string;
  /** The page on which it begins, by its label and the id of its mark. */
  first: Mark;
  /** The page on which it ends, if that is another. */
  last?: Mark;
}

/** The beginning of a printed page. */
export interface Mark {
  id: string;
  folio: string;
}

/** The parts of a passage’s citation, in the language of the page. */
export interface PassageWords {
  /** The citation of the article. */
  citation: string;
  /** The quotation marks: `„` and `“`. */
  open: string;
  close: string;
  /** What stands before the number of a page, and of several: `p.`, or `{number}. o.` */
  page: string;
  pages: string;
}

/** The longest passage that is quoted whole, in signs. */
const longest = 600;

/** The passage of a selection; undefined if nothing is selected in the article, or no page is known for it. */
export function passageOf(
  selection: Selection | null,
  article: Element,
  marks: readonly Element[],
): SelectedPassage | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return undefined;
  const words = selection.toString().replace(/\s+/g, ' ').trim();
  const first = lastBefore(marks, range.startContainer, range.startOffset);
  const last = lastBefore(marks, range.endContainer, range.endOffset);
  if (words === '' || !first) return undefined;
  return { words, first: markOf(first), ...(last && last !== first ? { last: markOf(last) } : {}) };
}

/** The last mark that stands before a point of the document. */
function lastBefore(marks: readonly Element[], node: Node, offset: number): Element | undefined {
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  return marks.findLast((mark) => {
    const at = document.createRange();
    at.selectNode(mark);
    return at.compareBoundaryPoints(Range.START_TO_START, point) <= 0;
  });
}

function markOf(mark: Element): Mark {
  return { id: mark.id, folio: mark.getAttribute('data-folio') ?? '' };
}

/** The pages of a passage: `p. 47`, `pp. 47–48`. */
export function pagesText({ first, last }: SelectedPassage, { page, pages }: PassageWords): string {
  const number = last ? `${first.folio}–${last.folio}` : first.folio;
  const word = last ? pages : page;
  return word.includes('{number}') ? word.replace('{number}', number) : `${word}\u00a0${number}`;
}

/** A passage with its citation, its pages, and the address of the place. */
export function citedPassage(passage: SelectedPassage, words: PassageWords, address: string): string {
  const quoted =
    passage.words.length > longest ? `${passage.words.slice(0, longest).replace(/\s+\S*$/, '')} …` : passage.words;
  return `${words.open}${quoted}${words.close} ${words.citation.trim()} ${pagesText(passage, words)}. ${address}`;
}
