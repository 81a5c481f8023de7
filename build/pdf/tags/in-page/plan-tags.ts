import type { PlannedTag } from '../plan.ts';
import { draftNote } from './draft-note.ts';
import { draftTags, type TagDraft } from './draft-tags.ts';
import { nameHeaders } from './table-heads.ts';

/**
 * Plans the tags of the galley, before pages are made up, and writes their numbers into the document as `data-tag`, so
 * that cut, copied and moved elements keep them. Notes come after the block in which they are first called.
 */
export function planTags(): PlannedTag[] {
  const root: TagDraft = { tag: 'Document', children: [], element: document.body, lang: '', about: {} };
  const lang = document.documentElement.lang;
  root.about.lang = lang;
  root.lang = lang;
  const known = new Map<Element, TagDraft>();
  for (const child of document.body.children) draftTags(child, root, known);
  for (const note of document.querySelectorAll('.note')) draftNote(note, root, known);
  nameHeaders(root);
  return numberTags(root);
}

/** Numbers all tags in their order, and writes the numbers into the document. */
function numberTags(root: TagDraft): PlannedTag[] {
  const numbers = new Map<TagDraft, number>();
  const order: TagDraft[] = [];
  const visit = (draft: TagDraft) => {
    numbers.set(draft, order.push(draft) - 1);
    const number = String(numbers.get(draft));
    // Chrome tags a drawing only if it is the drawing itself that has a name.
    if (draft.tag === 'Formula')
      for (const outline of draft.element?.querySelectorAll('svg') ?? []) outline.setAttribute('data-tag', number);
    else draft.element?.setAttribute('data-tag', number);
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
