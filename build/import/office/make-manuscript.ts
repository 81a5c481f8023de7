import type { Nodes, Root } from 'mdast';
import type { CslItem } from '../../references/item.ts';
import { visit } from '../../text/visit.ts';
import type { Doubt, Fact, WordChange } from '../imported.ts';
import type { OfficeBlock, ParagraphBlock } from './blocks.ts';
import { citeWorks, type FieldCitation } from './cite.ts';
import { mainLanguage, paragraphsIn, settleLanguages } from './languages.ts';
import { settleReferences } from './settle-references.ts';
import { noteOf, toTree } from './to-tree.ts';

/** An office file taken apart by its reader. */
export interface OfficeText {
  blocks: readonly OfficeBlock[];
  /** The blocks of notes, by the identifiers that their calls have, in the order in which they are numbered. */
  notes: ReadonlyMap<string, OfficeBlock[]>;
  /** The identifiers of notes, by the bookmarks that are at their calls. */
  notesAt: ReadonlyMap<string, string>;
  citations: readonly FieldCitation[];
}

/** The manuscript that an office file becomes. */
export interface OfficeManuscript {
  tree: Root;
  facts: { lang?: Fact<string> };
  works: CslItem[];
}

/**
 * Makes the manuscript of an office file, with its notes numbered, its references leading to their places, and its
 * citations as keys. `usualLang` is the language of a text that does not tell its own.
 */
export function makeManuscript(
  { blocks, notes, notesAt, citations }: OfficeText,
  usualLang: string,
  doubts: Doubt[],
  changes: WordChange[],
): OfficeManuscript {
  const all = [...blocks, ...[...notes.values()].flat()];
  const told = mainLanguage(all);
  const lang = told?.value ?? usualLang;
  settleLanguages(all, lang);
  const nodes = new Map<ParagraphBlock, Nodes>();
  const making = { doubts, changes, nodes };
  const labels = new Map([...notes.keys()].map((id, i) => [id, String(i + 1)]));
  const definitions = [...notes].map(([id, inner]) => noteOf(labels.get(id) ?? id, inner, making));
  const tree: Root = { type: 'root', children: [...toTree(blocks, making), ...definitions] };
  labelCalls(tree, labels);
  const bookmarks = new Map<string, Nodes>();
  for (const paragraph of paragraphsIn(all)) {
    const node = nodes.get(paragraph);
    if (node) for (const name of paragraph.anchors) bookmarks.set(name, node);
  }
  const labelsAt = new Map<string, string>();
  for (const [name, id] of notesAt) {
    const label = labels.get(id);
    if (label !== undefined) labelsAt.set(name, label);
  }
  settleReferences(tree, { blocks: bookmarks, notes: labelsAt, lang }, doubts, changes);
  return { tree, facts: told ? { lang: told } : {}, works: citeWorks(tree, citations, doubts, changes) };
}

/** Gives calls the labels of their notes. A call without a note is taken away. */
function labelCalls(tree: Root, labels: ReadonlyMap<string, string>): void {
  visit(tree, 'footnoteReference', (node, index, parent) => {
    const label = labels.get(node.identifier);
    if (label === undefined) {
      if (/^(?:foot|end)note /.test(node.identifier) && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return index;
      }
      return undefined;
    }
    node.identifier = label;
    node.label = label;
    return undefined;
  });
}
