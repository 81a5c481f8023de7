import { type Doubt, firstWords, type NotImported, type ReadOptions } from '../imported.ts';
import { refusedChanges } from '../office/tracked-changes.ts';
import { allIn, child, elements, textInside, type Xml } from '../office/xml.ts';

/** A tracked change of a text: what was put in or taken out, by whom. */
interface Region {
  kind: 'inserted' | 'deleted';
  author: string;
  date: string;
  /** The blocks that were deleted. */
  blocks: Xml[];
}

/**
 * Settles the tracked changes of a text of OpenDocument; returns how many there were. Accepted ones are as the text has
 * them already; to reject them, inserted words go, and deleted ones come back to their places. Throws NotImported if
 * there are some and `changes` does not say what becomes of them.
 */
export function settleOdtChanges(text: Xml, { changes }: ReadOptions): number {
  const regions = regionsOf(text);
  if (regions.size === 0) return 0;
  if (!changes) throw refused([...regions.values()]);
  if (changes === 'reject') text.children = new Rejection(regions).blocks(text.children);
  return regions.size;
}

function regionsOf(text: Xml): Map<string, Region> {
  const found = new Map<string, Region>();
  for (const list of elements(text).filter(({ name }) => name === 'text:tracked-changes'))
    for (const [i, { name, attributes, children }] of elements(list).entries()) {
      const change = children.find((one): one is Xml => typeof one !== 'string');
      if (name !== 'text:changed-region' || !change || change.name === 'text:format-change') continue;
      const info = child(change, 'office:change-info');
      found.set(attributes['text:id'] ?? attributes['xml:id'] ?? `change ${i}`, {
        kind: change.name === 'text:deletion' ? 'deleted' : 'inserted',
        author: textInside(child(info, 'dc:creator')) || 'unknown',
        date: textInside(child(info, 'dc:date')).slice(0, 10),
        blocks: elements(change).filter((one) => one.name !== 'office:change-info'),
      });
    }
  return found;
}

function refused(regions: readonly Region[]): NotImported {
  const doubts = regions.map(({ kind, author, date, blocks }): Doubt => {
    const words = blocks
      .flatMap((block) => (/^text:[ph]$/.test(block.name) ? [block] : allIn(block, 'text:p', 'text:h')))
      .map(textInside)
      .join(' ')
      .trim();
    return {
      rule: 'import-changes',
      confidence: 1,
      at: { words: firstWords(words) },
      words: firstWords(words) || kind,
      found: `${author}${date ? `, ${date}` : ''}, ${kind}${words ? `: “${firstWords(words)}”` : ''}`,
    };
  });
  return refusedChanges(
    regions.map(({ author }) => author),
    doubts,
    'LibreOffice',
  );
}

/** The end of a paragraph that was deleted, and comes back: what follows is one with these attributes. */
const partedBy = 'parted by';

/** Puts a text back to what it was before its changes (OpenDocument 1.3, 5.5). */
class Rejection {
  /** Insertions that are open. */
  private readonly open = new Set<string>();

  constructor(private readonly regions: ReadonlyMap<string, Region>) {}

  blocks(children: Xml['children']): Xml['children'] {
    const out: Xml['children'] = [];
    for (const one of children) {
      if (typeof one === 'string') {
        if (this.open.size === 0) out.push(one);
        continue;
      }
      if (one.name === 'text:tracked-changes') continue;
      if (this.mark(one, out)) continue;
      const wasOpen = this.open.size > 0;
      const isParagraph = /^text:[ph]$/.test(one.name);
      const inner = this.blocks(one.children);
      if (!isParagraph) {
        if (!wasOpen || inner.length > 0) out.push({ ...one, children: inner });
        continue;
      }
      // An insertion that is open at its beginning has put in the end of the paragraph before.
      const before = wasOpen ? out.findLast((last): last is Xml => typeof last !== 'string') : undefined;
      if (before && /^text:[ph]$/.test(before.name)) before.children.push(...inner);
      else if (!wasOpen || inner.length > 0) out.push({ ...one, children: inner });
    }
    return out.flatMap((one) => (typeof one === 'string' || !/^text:[ph]$/.test(one.name) ? [one] : parted(one)));
  }

  /** Follows the mark of a change; false for any other element. */
  private mark(node: Xml, out: Xml['children']): boolean {
    const id = node.attributes['text:change-id'] ?? '';
    const region = this.regions.get(id);
    if (node.name === 'text:change-start') {
      if (region?.kind === 'inserted') this.open.add(id);
    } else if (node.name === 'text:change-end') this.open.delete(id);
    else if (node.name === 'text:change') {
      if (region?.kind === 'deleted' && this.open.size === 0) out.push(...restored(region.blocks));
    } else return false;
    return true;
  }
}

/** Deleted blocks as parts of a paragraph: the first goes on with it, and each further one begins another. */
function restored(blocks: readonly Xml[]): Xml['children'] {
  return blocks.flatMap((block, i): Xml['children'] => {
    if (!/^text:[ph]$/.test(block.name)) return [{ name: partedBy, attributes: {}, children: [block] }];
    return i === 0 ? block.children : [{ ...block, name: partedBy, children: [] }, ...block.children];
  });
}

/** A paragraph as the ones that come back in it. */
function parted(paragraph: Xml): Xml[] {
  if (!paragraph.children.some((one) => typeof one !== 'string' && one.name === partedBy)) return [paragraph];
  const parts: Xml[] = [{ ...paragraph, children: [] }];
  for (const one of paragraph.children) {
    if (typeof one === 'string' || one.name !== partedBy) parts.at(-1)?.children.push(one);
    else if (one.children.length > 0) parts.push(...(one.children as Xml[]), { ...paragraph, children: [] });
    else parts.push({ ...paragraph, attributes: one.attributes, children: [] });
  }
  return parts.filter(({ name, children }) => !/^text:[ph]$/.test(name) || children.length > 0);
}
