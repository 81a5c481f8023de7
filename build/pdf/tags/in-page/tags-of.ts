import { isWorkId } from '../../../issue/ids.ts';

/**
 * The tags of an element, from the outside in; none for an element that only groups or changes the look, whose content
 * then belongs to the tag around it.
 */
export function tagsOf(element: Element): string[] {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return [name.toUpperCase()];
  // Two things of one line that are read aloud apart, such as a name and an affiliation.
  if (element.getAttribute('role') === 'paragraph') return ['P'];
  switch (name) {
    case 'p':
      return ['P'];
    case 'em':
      return ['Em'];
    case 'strong':
      return ['Strong'];
    case 'code':
      return ['Code'];
    case 'span':
      if (element.classList.contains('outlines')) return ['Formula'];
      // Another text is read aloud than is seen.
      return element.classList.contains('again') ? ['Span'] : [];
    case 'q':
      return ['Quote'];
    case 'a':
      if (!element.hasAttribute('href')) return [];
      return (element.getAttribute('href') ?? '').startsWith('#') ? ['Reference', 'Link'] : ['Link'];
    case 'article':
      return ['Art'];
    case 'section':
      return [element.classList.contains('index') ? 'Index' : 'Sect'];
    case 'blockquote':
      return ['BlockQuote'];
    case 'aside':
      return ['Aside'];
    case 'pre':
      return ['P'];
    case 'div':
      if (element.classList.contains('theorem')) return ['Sect'];
      // A displayed formula, with its number.
      return element.classList.contains('formula') ? ['P'] : [];
    case 'dl':
      return ['L'];
    case 'dt':
      // The words are the author’s, and get a tag of their own: a bare Lbl is a sign of the stylesheet.
      return ['Lbl', 'Span'];
    case 'dd':
      return ['LBody'];
    case 'ul':
    case 'ol':
      return element.closest('.contents') ? ['TOC'] : ['L'];
    case 'li':
      if (element.closest('.contents')) return ['TOCI'];
      return isWorkId(element.id) ? ['LI', 'LBody', 'BibEntry'] : ['LI', 'LBody'];
    case 'table':
      return element.closest('figure.table') ? [] : ['Table'];
    case 'figure':
      // An alternative text replaces the whole content of its figure, so the caption goes beside it.
      return element.classList.contains('table') ? ['Table'] : element.querySelector('figcaption') ? ['Div'] : [];
    case 'figcaption':
    case 'caption':
      return ['Caption'];
    case 'thead':
      return ['THead'];
    case 'tbody':
      return ['TBody'];
    case 'tfoot':
      return ['TFoot'];
    case 'tr':
      return ['TR'];
    case 'th':
      // The empty corner of a table heads nothing.
      return element.textContent?.trim() || element.querySelector('img') ? ['TH'] : ['TD'];
    case 'td':
      return ['TD'];
    case 'svg':
      return element.closest('.outlines') ? [] : ['Figure'];
    case 'img':
      return ['Figure'];
  }
  return [];
}
