/** The tags of an element, from the outside in; none for what only groups or looks, whose content then belongs to what is around it. */
export function tagsOf(element: Element): string[] {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return [name.toUpperCase()];
  switch (name) {
    case 'p':
      return ['P'];
    case 'em':
      return ['Em'];
    case 'strong':
      return ['Strong'];
    case 'code':
      return ['Code'];
    case 'q':
      return ['Quote'];
    case 'a':
      if (!element.hasAttribute('href')) return [];
      return (element.getAttribute('href') ?? '').startsWith('#') ? ['Reference', 'Link'] : ['Link'];
    case 'article':
      return ['Art'];
    case 'section':
      return ['Sect'];
    case 'blockquote':
      return ['BlockQuote'];
    case 'aside':
      return ['Aside'];
    case 'pre':
      return ['P'];
    case 'dl':
      return ['L'];
    case 'dt':
      // Its words are the author's, and stand in a tag of their own: those of a mere Lbl are a sign of the stylesheet.
      return ['Lbl', 'Span'];
    case 'dd':
      return ['LBody'];
    case 'ul':
    case 'ol':
      return element.closest('.contents') ? ['TOC'] : ['L'];
    case 'li':
      return element.closest('.contents') ? ['TOCI'] : ['LI', 'LBody'];
    case 'table':
      return element.closest('figure.table') ? [] : ['Table'];
    case 'figure':
      // An alternative text stands for all that is in its figure: so the caption stands beside it.
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
      // The empty corner of a table is the head of nothing.
      return element.textContent?.trim() || element.querySelector('img') ? ['TH'] : ['TD'];
    case 'td':
      return ['TD'];
    case 'img':
    case 'svg':
      return ['Figure'];
  }
  return [];
}
