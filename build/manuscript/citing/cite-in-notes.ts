import type { FootnoteDefinition, Nodes, Parents, Root, Text } from 'mdast';
import type { Citation } from '../tree.ts';
import type { WorksOfCitation, WorksOfCitations } from './known-works.ts';

/** The signs that stand before the call of a note in English and German, and behind it in the other languages. */
const stops = /^[.,;:!?…]+["”“’»«)]*/;

/**
 * Makes a note of every citation that is not in one. Neighbours are one note. Of a citation whose author is part of the
 * sentence the author stays; `parts` has the citation in the note for each of these.
 */
export function citeInNotes(
  tree: Root,
  lang: string,
  works: WorksOfCitations,
  parts: Map<Citation, Citation>,
): Set<Citation> {
  const cited = new Set<Citation>();
  const notes: FootnoteDefinition[] = [];
  const hasStopsFirst = /^(?:en|de)\b/.test(lang);
  const walk = (parent: Parents): void => {
    if (parent.type === 'footnoteDefinition') return;
    const children = parent.children as Nodes[];
    for (const child of children) if ('children' in child && child.type !== 'citation') walk(child);
    if (!children.some(({ type }) => type === 'citation')) return;
    const made: Nodes[] = [];
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as Nodes;
      if (child.type !== 'citation' || !works.has(child)) {
        made.push(child);
        continue;
      }
      let citation = child;
      if (child.isInText) {
        citation = { ...child };
        parts.set(child, citation);
        works.set(citation, works.get(child) as WorksOfCitation);
        works.delete(child);
        made.push(child);
      } else {
        const before = made.at(-1);
        if (before?.type === 'text')
          made[made.length - 1] = { ...before, value: before.value.replace(/[ \t\n]+$/, '') };
        [citation, i] = withNeighbours(child, children, i, works);
      }
      const next = children[i + 1];
      const stop = hasStopsFirst && !child.isInText && next?.type === 'text' ? (stops.exec(next.value)?.[0] ?? '') : '';
      if (stop && next?.type === 'text') {
        made.push({ type: 'text', value: stop, ...(next.position ? { position: next.position } : {}) });
        children[i + 1] = { ...(next as Text), value: next.value.slice(stop.length) };
      }
      // No author can write this label.
      const identifier = `citation ${notes.length + 1}`;
      const at = child.position ? { position: child.position } : {};
      cited.add(citation);
      made.push({ type: 'footnoteReference', identifier, ...at });
      notes.push({
        type: 'footnoteDefinition',
        identifier,
        children: [{ type: 'paragraph', children: [citation], ...at }],
        ...at,
      });
    }
    parent.children = made.filter((node) => node.type !== 'text' || node.value !== '') as typeof parent.children;
  };
  walk(tree);
  tree.children.push(...notes);
  return cited;
}

/** The citation at an index with those behind it that only space parts, as one; and the index of the last of them. */
function withNeighbours(
  first: Citation,
  children: readonly Nodes[],
  index: number,
  works: WorksOfCitations,
): [citation: Citation, last: number] {
  let [citation, last] = [first, index];
  for (;;) {
    const [next, other] = [children[last + 1], children[last + 2]];
    const isBlank = next?.type === 'text' && /^\s*$/.test(next.value);
    const neighbour = isBlank ? other : next;
    if (neighbour?.type !== 'citation' || neighbour.isInText || !works.has(neighbour)) return [citation, last];
    const [one, two] = [works.get(citation), works.get(neighbour)] as [WorksOfCitation, WorksOfCitation];
    citation = { ...citation, children: [...citation.children, ...neighbour.children] };
    works.set(citation, { works: [...one.works, ...two.works], keys: [...one.keys, ...two.keys] });
    last += isBlank ? 2 : 1;
  }
}
