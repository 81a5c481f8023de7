import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { asciiName } from '../../languages/ascii-name.ts';
import type { CslItem } from '../../references/item.ts';
import { visit } from '../../text/visit.ts';
import { type AuthorPlace, type Doubt, firstWords, type WordChange } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { WorkInField } from './cited.ts';

/** A citation that a file has as a field: its works, or why they are not known. */
export interface FieldCitation {
  works: WorkInField[] | undefined;
  at: AuthorPlace;
}

/**
 * Puts citations in place of the words that reference managers wrote for them. Gives the works, each with a key.
 * Where the file does not say which works a field cites, its words stay.
 */
export function citeWorks(
  tree: Root,
  fields: readonly FieldCitation[],
  doubts: Doubt[],
  changes: WordChange[],
): CslItem[] {
  const keys = new Keys();
  const done = new Set<number>();
  visit(tree, (node, index, parent) => {
    const place = (node.data as { cited?: number } | undefined)?.cited;
    if (node.type !== 'span' || place === undefined || !parent || index === undefined) return undefined;
    const field = fields[place] as FieldCitation;
    const words = textOfTree(node as Nodes);
    const siblings = (parent as Parents).children as PhrasingContent[];
    if (!field.works) {
      siblings.splice(index, 1, ...node.children);
      if (!done.has(place))
        doubts.push({
          rule: 'import-citation',
          confidence: 0.5,
          at: field.at,
          words: firstWords(words),
          found: 'A citation of a reference manager whose works the file does not have',
          made: 'its words',
          fix: 'Write its key, [@key], and put the work into the bibliography.',
        });
      done.add(place);
      return index;
    }
    const isFurther = done.has(place);
    done.add(place);
    const made: PhrasingContent[] = isFurther ? [] : [citationOf(field.works, keys)];
    const kept = keptOf(node.children);
    changes.push({
      from: words,
      to: made.map((one) => textOfTree(one as Nodes)).join(' '),
      at: field.at,
      why: 'citation, as a key',
    });
    siblings.splice(index, 1, ...made, ...kept);
    return index + made.length + kept.length;
  });
  return keys.items;
}

/** Calls of notes and questions within the words of a citation: they stay behind it. */
function keptOf(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((one): PhrasingContent[] => {
    if (one.type === 'footnoteReference' || one.type === 'html') return [one];
    return 'children' in one ? keptOf(one.children as PhrasingContent[]) : [];
  });
}

function citationOf(works: readonly WorkInField[], keys: Keys): PhrasingContent {
  const children: PhrasingContent[] = [];
  const text = (value: string): void => {
    const last = children.at(-1);
    if (value === '') return;
    if (last?.type === 'text') last.value += value;
    else children.push({ type: 'text', value });
  };
  for (const [i, work] of works.entries()) {
    if (i > 0) text('; ');
    const prefix = plain(work.prefix).trim();
    if (prefix) text(`${prefix} `);
    children.push({
      type: 'citationKey',
      key: keys.of(work.item),
      ...(work.isWithoutAuthor ? { isWithoutAuthor: true } : {}),
    });
    if (work.locator) text(`, ${work.locator}`);
    const suffix = plain(work.suffix).trim();
    if (suffix) text(/^[,.;:)\]]/.test(suffix) ? suffix : `${work.locator ? ', ' : ' '}${suffix}`);
  }
  return { type: 'citation', children };
}

/** Words of a citation without the signs that would end it, and without markup. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll(';', ',')
    .replace(/\s+/g, ' ');
}

/** Gives each work a key of its author and year, `roe2010`; works alike in all that counts have one. */
class Keys {
  readonly items: CslItem[] = [];
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();

  of(item: CslItem): string {
    const { title, author, editor, issued, DOI } = item as Record<string, unknown>;
    const same = JSON.stringify([item.type, title, author ?? editor, issued, DOI, item.page, item.volume]);
    const known = this.known.get(same);
    if (known) return known;
    const base = keyOf(item);
    let key = base;
    for (let i = 0; this.taken.has(key); i++) key = `${base}${i < 26 ? String.fromCharCode(97 + i) : i}`;
    this.taken.add(key);
    this.known.set(same, key);
    this.items.push({ ...item, id: key });
    return key;
  }
}

function keyOf(item: CslItem): string {
  const [name] = (item.author ?? (item.editor as CslItem['author']) ?? []) as NonNullable<CslItem['author']>;
  const head = name?.family ?? name?.literal ?? item.title ?? 'work';
  const word =
    asciiName(head, item.language)
      .split('-')
      .slice(0, name ? 2 : 1)
      .join('') || 'work';
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return `${word}${year ?? ''}`;
}
