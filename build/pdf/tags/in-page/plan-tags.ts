import type { PlannedTag } from '../plan.ts';

/** A tag, while its place is not settled yet. */
interface Draft {
  tag: string;
  children: Draft[];
  parent?: Draft;
  element?: Element;
  lang: string;
  about: Omit<PlannedTag, 'tag' | 'parent' | 'headers' | 'label'>;
  headers?: Draft[];
  label?: Draft;
}

/**
 * Plans the tags of the galley, before pages are made up, and writes their numbers into the document as `data-tag`: what is cut, copied or moved keeps them. Notes come
 * after the block in which they are first called. Returns the plan as JSON.
 */
export function planTags(): string {
  const root: Draft = { tag: 'Document', children: [], element: document.body, lang: '', about: {} };
  const lang = document.documentElement.lang;
  root.about.lang = lang;
  root.lang = lang;
  const known = new Map<Element, Draft>();
  for (const child of document.body.children) draftTags(child, root, known);
  for (const note of document.querySelectorAll('.note')) draftNote(note, root, known);
  nameHeaders(root);
  return JSON.stringify(numberTags(root));
}

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
    case 'dt':
    case 'dd':
      return ['P'];
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
      return ['TH'];
    case 'td':
      return ['TD'];
    case 'img':
    case 'svg':
      return ['Figure'];
  }
  return [];
}

/** Adds the tags of an element, and of all that is in it but notes, to those of what it stands in. */
export function draftTags(element: Element, parent: Draft, known: Map<Element, Draft>): void {
  if (element.matches('.notes, .note, br, wbr, hr, [aria-hidden="true"]')) return;
  if (element.localName === 'img' && !element.getAttribute('alt')) return;
  const tags = tagsOf(element);
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  if (tags.length === 0 && lang !== parent.lang)
    tags.push(/^inline/.test(getComputedStyle(element).display) ? 'Span' : 'Div');
  let at = parent;
  for (const tag of tags) {
    const draft: Draft = { tag, children: [], parent: at, lang, about: {} };
    at.children.push(draft);
    if (tag === 'LBody' && getComputedStyle(element).listStyleType !== 'none') {
      const label: Draft = { tag: 'Lbl', children: [], parent: at, lang, about: {} };
      at.children.splice(-1, 0, label);
      draft.label = label;
    }
    at = draft;
  }
  if (at !== parent) {
    at.element = element;
    known.set(element, at);
    describeTag(at, element);
  }
  if (element.localName === 'svg') return;
  for (const child of element.children) draftTags(child, at, known);
}

export function describeTag({ tag, about }: Draft, element: Element): void {
  if (element.id) about.id = element.id;
  if (tag === 'Figure') about.alt = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
  if (tag === 'L') about.numbering = numberingOf(element);
  if (tag === 'TH') about.scope = isRowHead(element) ? 'Row' : 'Column';
  if (element instanceof HTMLTableCellElement) {
    if (element.colSpan > 1) about.columns = element.colSpan;
    if (element.rowSpan > 1) about.rows = element.rowSpan;
  }
}

export function isRowHead(cell: Element): boolean {
  return cell.getAttribute('scope') === 'row' || (!cell.hasAttribute('scope') && !cell.closest('thead'));
}

export function numberingOf(list: Element): string {
  const item = list.querySelector(':scope > li');
  switch (item ? getComputedStyle(item).listStyleType : 'none') {
    case 'none':
      return 'None';
    case 'decimal':
      return 'Decimal';
    case 'lower-alpha':
    case 'lower-latin':
      return 'LowerAlpha';
    case 'upper-alpha':
    case 'upper-latin':
      return 'UpperAlpha';
    case 'lower-roman':
      return 'LowerRoman';
    case 'upper-roman':
      return 'UpperRoman';
    case 'circle':
      return 'Circle';
    case 'square':
      return 'Square';
  }
  return 'Disc';
}

/** A note, with its number as its label, after the block in which it is first called. */
export function draftNote(element: Element, root: Draft, known: Map<Element, Draft>): void {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const note: Draft = { tag: 'Note', children: [], element, lang, about: { id: element.id } };
  const number = element.querySelector('.number');
  if (number) {
    const label: Draft = { tag: 'Lbl', children: [], parent: note, lang, about: {} };
    note.children.push(label);
    number.remove();
    // It is drafted by itself, and stands in its place again before anything else looks.
    draftTags(number, label, known);
    const link = label.children[0]?.children[0];
    if (link) {
      link.parent = label;
      label.children = [link];
    }
  }
  for (const child of element.children) draftTags(child, note, known);
  if (number) {
    const first = element.querySelector('p') ?? element;
    first.prepend(number);
  }
  const call = document.querySelector(`.call[href="#${CSS.escape(element.id)}"]`);
  const before = call ? draftAround(call, known) : undefined;
  let after = before;
  for (let at = before; at && at.tag !== 'Document'; at = at.parent) {
    // Not in a table or a caption, and no note in a note.
    if (/^(Table|Div|Note)$/.test(at.tag) || (at.tag === 'P' && !/^(Caption|TD|TH)$/.test(at.parent?.tag ?? '')))
      after = at;
  }
  // In a list’s item, behind the words of its own.
  const parent = after?.tag === 'LBody' ? after : (after?.parent ?? root);
  const inside = parent.children.findIndex(({ tag }) => /^(P|L|BlockQuote|Table|Div)$/.test(tag));
  let place = after === parent ? inside : after ? parent.children.indexOf(after) + 1 : -1;
  if (place < 0) place = parent.children.length;
  while (parent.children[place]?.tag === 'Note') place++;
  note.parent = parent;
  parent.children.splice(place, 0, note);
}

/** The block that an element stands in. */
export function draftAround(element: Element, known: ReadonlyMap<Element, Draft>): Draft | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const draft = known.get(at);
    if (draft && /^(P|H[1-6]|LBody|TD|TH|Caption|Div|Table|Art|Sect)$/.test(draft.tag)) return draft;
  }
  return undefined;
}

/** Says of each cell of a table which heads it stands under and beside. */
export function nameHeaders(root: Draft): void {
  const visit = (draft: Draft) => {
    if (draft.tag === 'Table') nameHeadersIn(draft);
    else draft.children.forEach(visit);
  };
  visit(root);
}

export function nameHeadersIn(table: Draft): void {
  const rows: Draft[] = [];
  const gather = (draft: Draft) => {
    if (draft.tag === 'TR') rows.push(draft);
    else draft.children.forEach(gather);
  };
  gather(table);
  const heads: Draft[][] = [];
  const taken: number[] = [];
  for (const row of rows) {
    const beside: Draft[] = [];
    let column = 0;
    for (const cell of row.children) {
      while ((taken[column] ?? 0) > 0) column++;
      const columns = cell.about.columns ?? 1;
      if (cell.tag === 'TD') {
        const above = Array.from({ length: columns }, (_, i) => heads[column + i] ?? []).flat();
        const all = [...new Set([...above, ...beside])];
        if (all.length > 0) cell.headers = all;
      } else if (cell.about.scope === 'Row') beside.push(cell);
      else for (let i = 0; i < columns; i++) heads[column + i] = [...(heads[column + i] ?? []), cell];
      for (let i = 0; i < columns; i++) taken[column + i] = cell.about.rows ?? 1;
      column += columns;
    }
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
  }
}

/** Numbers all tags in their order, and writes the numbers into the document. */
export function numberTags(root: Draft): PlannedTag[] {
  const numbers = new Map<Draft, number>();
  const order: Draft[] = [];
  const visit = (draft: Draft) => {
    numbers.set(draft, order.push(draft) - 1);
    draft.element?.setAttribute('data-tag', String(numbers.get(draft)));
    draft.children.forEach(visit);
  };
  visit(root);
  return order.map((draft): PlannedTag => {
    const { tag, parent, about, headers, label, lang } = draft;
    return {
      tag,
      parent: parent ? (numbers.get(parent) ?? 0) : -1,
      ...about,
      ...(parent && parent.lang !== lang ? { lang } : {}),
      ...(headers ? { headers: headers.map((head) => numbers.get(head) ?? 0) } : {}),
      ...(label ? { label: numbers.get(label) ?? 0 } : {}),
    };
  });
}
