import { draftTags, type TagDraft } from './draft-tags.ts';

/**
 * Drafts the tags of a note, with its number as its label, and puts them after the block in which the note is first
 * called.
 */
export function draftNote(element: Element, root: TagDraft, known: Map<Element, TagDraft>): void {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const note: TagDraft = { tag: 'Note', children: [], element, lang, about: { id: element.id } };
  const number = element.querySelector('.number');
  if (number) {
    const label: TagDraft = { tag: 'Lbl', children: [], parent: note, lang, about: {} };
    note.children.push(label);
    number.remove();
    // The number is drafted by itself, and is back in its place before other code looks.
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
  const around = call ? draftAround(call, known) : undefined;
  // A term holds nothing but its own words: the note goes to the definition.
  const before =
    around?.tag === 'Lbl'
      ? (around.parent?.children.find(({ tag }) => tag === 'LBody') ?? around.parent?.parent)
      : around;
  let after = before;
  for (let at = before; at && at.tag !== 'Document'; at = at.parent) {
    // Notes go into no table, caption or other note.
    if (/^(Table|Div|Note)$/.test(at.tag) || (at.tag === 'P' && !/^(Caption|TD|TH)$/.test(at.parent?.tag ?? '')))
      after = at;
  }
  // In a list’s item, the note comes behind the item’s own words.
  const parent = after?.tag === 'LBody' ? after : (after?.parent ?? root);
  const inside = parent.children.findIndex(({ tag }) => /^(P|L|BlockQuote|Table|Div)$/.test(tag));
  let place = after === parent ? inside : after ? parent.children.indexOf(after) + 1 : -1;
  if (place < 0) place = parent.children.length;
  while (parent.children[place]?.tag === 'Note') place++;
  note.parent = parent;
  parent.children.splice(place, 0, note);
}

/** The draft of the block around an element. */
function draftAround(element: Element, known: ReadonlyMap<Element, TagDraft>): TagDraft | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const draft = known.get(at);
    if (draft && /^(P|H[1-6]|LBody|Lbl|TD|TH|Caption|Div|Table|Art|Sect)$/.test(draft.tag)) return draft;
  }
  return undefined;
}
