import { type Draft, draftTags } from './draft.ts';

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
  const around = call ? draftAround(call, known) : undefined;
  // A term has nothing but its words in it: the note goes to what is said of it.
  const before =
    around?.tag === 'Lbl'
      ? (around.parent?.children.find(({ tag }) => tag === 'LBody') ?? around.parent?.parent)
      : around;
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
function draftAround(element: Element, known: ReadonlyMap<Element, Draft>): Draft | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const draft = known.get(at);
    if (draft && /^(P|H[1-6]|LBody|Lbl|TD|TH|Caption|Div|Table|Art|Sect)$/.test(draft.tag)) return draft;
  }
  return undefined;
}
