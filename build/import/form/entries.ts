import type { Nodes, RootContent } from 'mdast';
import { type Doubt, firstWords } from '../imported.ts';
import { referencesBlock } from '../references-block.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { takeFor } from './take-for.ts';

/**
 * Puts the entries of bibliographies into their block: the paragraphs between a heading such as “References” and the
 * next heading, if most of them have a year or an address; and paragraphs in a row that each begin as an entry does.
 */
export function gatherEntries(context: FormContext): void {
  const { tree } = context.imported;
  const out: RootContent[] = [];
  const { children } = tree;
  for (let i = 0; i < children.length; i++) {
    const node = children[i] as RootContent;
    out.push(node);
    const text = lineOfBlock(node);
    if (isStyled(children[i + 1]) && node.type !== 'heading') {
      // A style says it, and no heading stands above.
      let last = i + 1;
      while (isStyled(children[last])) last++;
      out.push(referencesBlock(children.slice(i + 1, last), children[i + 1]?.data?.from));
      i = last - 1;
      continue;
    }
    const found = belowHeading(context, children, i) ?? inRow(children, i + 1);
    if (!found) continue;
    const { entries, dated, isBelow } = found;
    const name = firstWords(isBelow ? `entries below ${text}` : `entries from ${lineOfBlock(entries[0] as Nodes)}`);
    const about: Doubt = {
      rule: 'import-entry',
      confidence: isBelow ? (dated === entries.length ? 0.95 : 0.85) : 0.7,
      at: entries[0]?.data?.from ?? { words: name },
      words: name,
      found: isBelow
        ? `${entries.length} paragraphs below “${text}”, ${dated} of them with a year or an address`
        : `${entries.length} paragraphs in a row that begin as works of a bibliography do`,
      node,
    };
    const doubt = takeFor(context, about, ['bibliography', 'paragraphs']);
    if (doubt.made !== 'bibliography') continue;
    const block = referencesBlock(entries, entries[0]?.data?.from);
    doubt.node = block;
    out.push(...children.slice(i + 1, found.from), block);
    i = found.from + entries.length - 1;
  }
  tree.children = out;
}

interface FoundEntries {
  entries: RootContent[];
  /** The index of the first. */
  from: number;
  /** How many have a year or an address. */
  dated: number;
  /** True if they stand below a heading of a bibliography. */
  isBelow: boolean;
}

/** The entries below a heading of a bibliography, behind paragraphs of text that say something about it. */
function belowHeading({ words }: FormContext, children: readonly RootContent[], i: number): FoundEntries | undefined {
  const heading = children[i] as RootContent;
  if (heading.type !== 'heading') return undefined;
  const text = lineOfBlock(heading);
  const isNamed = words.is('references', text);
  if (!isNamed && !words.has('references', text) && !isStyled(children[i + 1])) return undefined;
  let from = i + 1;
  while (!isStyled(children[from]) && from < i + 3 && isEntry(children[from]) && !isEntryLike(children[from]))
    if (!isEntryLike(children[++from])) {
      if (isNamed) from = i + 1;
      break;
    }
  let end = from;
  while (isEntry(children[end])) end++;
  const entries = children.slice(from, end);
  const dated = entries.filter((entry) => hasYear(lineOfBlock(entry))).length;
  if (entries.length < 2 || dated * 10 < entries.length * (isNamed ? 6 : 8)) return undefined;
  if (!isNamed && entries.filter(isEntryLike).length * 2 < entries.length) return undefined;
  return { entries, from, dated, isBelow: true };
}

/** At least four paragraphs in a row that begin as entries do, without a heading above. */
function inRow(children: readonly RootContent[], from: number): FoundEntries | undefined {
  if (!isEntryLike(children[from])) return undefined;
  let end = from;
  while (isEntryLike(children[end]) || (isEntry(children[end]) && isEntryLike(children[end + 1]))) end++;
  const entries = children.slice(from, end);
  const like = entries.filter(isEntryLike).length;
  if (entries.length < 4 || like * 10 < entries.length * 8) return undefined;
  return { entries, from, dated: entries.filter((entry) => hasYear(lineOfBlock(entry))).length, isBelow: false };
}

/** True for a paragraph with a year that begins with a surname and a comma, as no sentence does, or hangs out. */
function isEntryLike(node: RootContent | undefined): boolean {
  if (!node || !isEntry(node)) return false;
  const text = lineOfBlock(node);
  if (text.length < 30 || !hasYear(text)) return false;
  const isNamed =
    /^(?:\[?\d{1,3}[\].)]*\s+)?\p{Lu}[\p{L}’'ʼ.-]+(?:\s+\p{L}[\p{L}’'ʼ-]+){0,3}(?:,\s+\p{Lu}|\s+(?:\p{Lu}\.\s?){1,3}[\s,(])/u.test(
      text,
    ) && /[(.,]\s?\d{4}\p{Ll}?[).,:;]/u.test(text);
  const hangs = (node.data?.look?.firstLine ?? 0) < 0;
  return isNamed || (hangs && /^\p{Lu}/u.test(text) && (text.match(/[.,]\s/g) ?? []).length >= 3);
}

function isStyled(node: RootContent | undefined): boolean {
  return (
    node?.type === 'paragraph' &&
    /^(?:endnote )?bibliography|^references?$|literaturverzeichnis/i.test(node.data?.look?.style ?? '')
  );
}

function isEntry(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && lineOfBlock(node).length < 1500;
}

function hasYear(text: string): boolean {
  return /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|https?:|\bn\.\s?d\.|б\.\s?[дрг]\.|o\.\s?J\./u.test(text);
}
