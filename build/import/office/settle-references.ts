import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { asciiName } from '../../languages/ascii-name.ts';
import { addAttributes, attributesOf } from '../../manuscript/tree.ts';
import { visit } from '../../text/visit.ts';
import { type AuthorPlace, type Doubt, firstWords, type WordChange } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';

/** The places that links and references of a file lead to. */
export interface Targets {
  /** The block in which a bookmark begins. */
  blocks: ReadonlyMap<string, Nodes>;
  /** The identifier of the note that a bookmark is at. */
  notes: ReadonlyMap<string, string>;
  lang: string;
}

/**
 * Makes cross-references of links to bookmarks, and takes links away that lead nowhere. A reference to a page gets its
 * number again; all others keep their words.
 */
export function settleReferences(tree: Root, targets: Targets, doubts: Doubt[], changes: WordChange[]): void {
  const ids = new Ids(targets.lang);
  let place: AuthorPlace = { words: '' };
  visit(tree, (node, index, parent) => {
    if (node.data?.from) place = node.data.from;
    if (node.type !== 'link' || !parent || index === undefined) return undefined;
    const siblings = (parent as Parents).children as PhrasingContent[];
    const made = madeOf(node, targets, ids, place, doubts, changes);
    if (made === node) return undefined;
    siblings.splice(index, 1, ...(Array.isArray(made) ? made : [made]));
    return index + (Array.isArray(made) ? made.length : 1);
  });
}

function madeOf(
  link: Link,
  { blocks, notes }: Targets,
  ids: Ids,
  at: AuthorPlace,
  doubts: Doubt[],
  changes: WordChange[],
): Link | PhrasingContent[] | PhrasingContent {
  const { url, children } = link;
  const words = textOfTree(link).trim();
  const [, of, isRaised, bookmark] = /^(words|page|note)( raised)?:(.*)$/s.exec(url) ?? [];
  const anchor = bookmark ?? /^#(.*)$/s.exec(url)?.[1];
  if (anchor === undefined) return outside(link, words, at, doubts);
  const note = notes.get(anchor);
  if (note !== undefined && of !== 'page') {
    if ((isRaised || of === undefined) && /^[\d*†‡\s]*$/.test(words)) {
      changes.push({ from: words, to: '', at, why: 'a second call of a note' });
      return { type: 'footnoteReference', identifier: note, label: note };
    }
    return { ...link, url: `#fn:${note}` };
  }
  const target = blocks.get(anchor);
  if (!target || words === '') return children;
  const id = ids.of(target);
  if (of === 'page' && /^\d+$|^[ivxlc]+$/i.test(words)) {
    changes.push({ from: words, to: '', at, why: 'page number, which is counted again' });
    return { ...link, url: `#${id}`, children: [{ type: 'text', value: '?' }], data: { naming: 'page' } };
  }
  return { ...link, url: `#${id}` };
}

/** A link out of the manuscript: one that no reader can follow is taken away. */
function outside(link: Link, words: string, at: AuthorPlace, doubts: Doubt[]): Link | PhrasingContent[] {
  const address = link.url.trim().replace(/#$/, '');
  if (words === '' && !link.children.some(({ type }) => type === 'image')) return link.children;
  if (/^(?:https?|ftp):\/\/[^\s/]/i.test(address) || /^mailto:[^\s@]+@[^\s@]+$/i.test(address))
    return { ...link, url: address.replace(/\s+/g, '%20') };
  if (/^www\.[^\s/]+/i.test(address)) return { ...link, url: `https://${address}` };
  if (/^[^\s@:/]+@[^\s@:/]+\.\w+$/.test(address)) return { ...link, url: `mailto:${address}` };
  if (address !== '')
    doubts.push({
      rule: 'import-link',
      confidence: 0.8,
      at,
      words: firstWords(words),
      found: `A link that leads to ${address.slice(0, 80)}, which no reader can open`,
      made: 'its words',
      fix: 'Link to an address that begins with https.',
    });
  return link.children;
}

/** Gives targets their ids: `fig-3`, `sec-first-words`. */
class Ids {
  private readonly taken = new Set<string>();

  constructor(private readonly lang: string) {}

  of(node: Nodes): string {
    const known = attributesOf(node).id;
    if (known) return known;
    const base = this.baseOf(node);
    let id = base;
    for (let i = 2; this.taken.has(id); i++) id = `${base}-${i}`;
    this.taken.add(id);
    addAttributes(node, { id });
    return id;
  }

  private baseOf(node: Nodes): string {
    const words = asciiName(textOfNode(node), this.lang).split('-').filter(Boolean);
    const number = /\d+/.exec(textOfNode(node).slice(0, 30))?.[0];
    if (node.type === 'heading') return `sec-${words.slice(0, 4).join('-') || 'x'}`;
    const look = node.data?.look;
    if (look?.isCertain && number) return `${words[0]?.slice(0, 3) ?? 'fig'}-${number}`;
    return words.slice(0, 4).join('-') || 'place';
  }
}
