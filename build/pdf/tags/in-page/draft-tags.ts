import type { PlannedTag } from '../plan.ts';
import { tagsOf } from './tags-of.ts';

/** A tag whose place in the plan is not fixed yet. */
export interface TagDraft {
  tag: string;
  children: TagDraft[];
  parent?: TagDraft;
  element?: Element;
  lang: string;
  about: Omit<PlannedTag, 'tag' | 'parent' | 'headers' | 'label'>;
  headers?: TagDraft[];
  label?: TagDraft;
}

/** Adds the tags of an element, and of everything in it except notes, to the parent’s. */
export function draftTags(element: Element, parent: TagDraft, known: Map<Element, TagDraft>): void {
  if (element.matches('.notes, .note, br, wbr, hr, [aria-hidden="true"]')) return;
  if (element.localName === 'img' && !element.getAttribute('alt')) return;
  const tags = tagsOf(element);
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  if (tags.length === 0 && lang !== parent.lang)
    tags.push(/^inline/.test(getComputedStyle(element).display) ? 'Span' : 'Div');
  let at = parent;
  for (const tag of tags) {
    const draft: TagDraft = { tag, children: [], parent: at, lang, about: {} };
    at.children.push(draft);
    if (element.localName === 'li' && tag === 'LBody' && getComputedStyle(element).listStyleType !== 'none') {
      const label: TagDraft = { tag: 'Lbl', children: [], parent: at, lang, about: {} };
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
  if (element.localName === 'svg' || at.tag === 'Formula') return;
  if (element.localName === 'dl') draftTerms(element, at, known);
  else for (const child of element.children) draftTags(child, at, known);
}

/** Drafts a list of definitions: one item for each term, or group of terms, with the definitions. */
function draftTerms(list: Element, parent: TagDraft, known: Map<Element, TagDraft>): void {
  let item: TagDraft | undefined;
  for (const child of list.children) {
    if (!item || (child.localName === 'dt' && child.previousElementSibling?.localName === 'dd')) {
      item = { tag: 'LI', children: [], parent, lang: parent.lang, about: {} };
      parent.children.push(item);
    }
    draftTags(child, item, known);
  }
}

function describeTag({ tag, about }: TagDraft, element: Element): void {
  if (element.id) about.id = element.id;
  if (tag === 'Formula') about.alt = element.querySelector('svg')?.getAttribute('aria-label') ?? '';
  if (tag === 'Figure') about.alt = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
  if (element.matches('.again')) about.aloud = element.getAttribute('aria-label') ?? '';
  if (tag === 'L') about.numbering = numberingOf(element);
  if (tag === 'TH') about.scope = isRowHead(element) ? 'Row' : 'Column';
  if (element instanceof HTMLTableCellElement) {
    if (element.colSpan > 1) about.columns = element.colSpan;
    if (element.rowSpan > 1) about.rows = element.rowSpan;
  }
}

function isRowHead(cell: Element): boolean {
  return /^row/.test(cell.getAttribute('scope') ?? '') || (!cell.hasAttribute('scope') && !cell.closest('thead'));
}

function numberingOf(list: Element): string {
  const item = list.querySelector(':scope > li');
  const style = item ? getComputedStyle(item).listStyleType : 'none';
  // A style that writes its own signs: brackets and stops around letters or numbers.
  const sign = /^"\(?([^)."]*)[).]/.exec(style)?.[1];
  if (sign) return signNumbering(sign, list.getAttribute('type'));
  switch (style) {
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

/**
 * PDF’s name for the numbering of a list, by its first sign. The list’s `type` distinguishes Roman numerals from
 * letters.
 */
function signNumbering(sign: string, type: string | null): string {
  if (/^\d/.test(sign)) return 'Decimal';
  if (type === 'i' || type === 'I') return type === 'i' ? 'LowerRoman' : 'UpperRoman';
  return sign === sign.toLowerCase() ? 'LowerAlpha' : 'UpperAlpha';
}
