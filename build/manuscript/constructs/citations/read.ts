import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { workNumber } from '../../../references/work-number.ts';
import { percentDecoded } from '../../../text/percent-decoded.ts';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Citation, CitationKey } from '../../tree.ts';
import { asId } from '../attributes/read.ts';
import { hasKindPrefix, writtenIds } from '../cross-references/read.ts';
import { attributesBehind } from '../index-marks/attributes-behind.ts';
import { joinTexts } from '../text/join.ts';
import { mayCite } from './foreign.ts';
import { yearInKey } from './write.ts';

/**
 * Makes citations of keys: `[see @roe, p. 12; @hill]`, and in the running text `@roe [p. 3]`. A key that names a figure
 * or something else in the manuscript is a text again, which cross-references are read from; so is a handle, `@name`,
 * in a manuscript that does not cite. If the tree is only a part of the manuscript, `text` is the whole.
 */
export function readCitations(text?: VFile) {
  return (tree: Root, file: VFile): void => {
    const whole = text ?? file;
    const hasTags = readTags(tree, whole);
    const parents: { parent: Parents; isLink: boolean }[] = [];
    const links = new Set<unknown>();
    visit(tree, (node, _index, parent) => {
      if (parent && (links.has(parent) || /^link/.test(parent.type))) links.add(node);
      if (node.type === 'citation') return;
      if ('children' in node && (node.children as Nodes[]).some(({ type }) => type === 'citationKey'))
        parents.push({ parent: node as Parents, isLink: links.has(node) || /^link/.test(node.type) });
    });
    if (parents.length === 0) return;
    const manuscript = String(whole);
    const ids = writtenIds(manuscript);
    const examples = new Set([...manuscript.matchAll(/^\s*\(@([\w-]+)\)/gm)].map(([, name]) => name));
    const isOther = ({ key, data }: CitationKey): boolean =>
      !data?.written?.startsWith('@{') && (hasKindPrefix(key) || ids.has(asId(key)) || examples.has(key));
    let cites = hasTags || (whole.data.citesByKey ?? namesBibliography(manuscript));
    for (const { parent, isLink } of parents) {
      const keys = (parent.children as PhrasingContent[]).map((child) =>
        child.type === 'citationKey' && (isLink || isOther(child)) ? textOfKey(child, file) : child,
      );
      parent.children = groupKeys(joinTexts(keys), file) as typeof parent.children;
      cites ||= (parent.children as PhrasingContent[]).some((child) => child.type === 'citation' && !child.isInText);
    }
    whole.data.citesByKey = cites;
    const isMeant = ({ key, data }: CitationKey): boolean => cites || yearInKey.test(key) || data?.written?.[1] === '{';
    for (const { parent } of parents)
      parent.children = joinTexts(
        bareCitations(parent.children as PhrasingContent[], file, isMeant),
      ) as typeof parent.children;
  };
}

/**
 * Takes the names that Manubot gives to works out of the tree, `[@tag:roe]: doi:10.5555/x`, and cites the works instead
 * of them; a caption has those of its manuscript, `whole`. True if there are some.
 */
function readTags(tree: Root, whole: VFile): boolean {
  const works: NamedWorks = whole.data.namedWorks ?? new Map();
  whole.data.namedWorks = works;
  visit(tree, 'definition', (node, index, parent) => {
    const name = /^@(.+)$/.exec(node.label ?? '')?.[1];
    const isWork = workNumber(node.url) !== undefined || /^raw:/i.test(node.url);
    if (!name || !isWork || !parent || index === undefined) return undefined;
    works.set(name, percentDecoded(node.url));
    (parent as Parents).children.splice(index, 1);
    return index;
  });
  if (works.size === 0) return false;
  visit(tree, ['linkReference', 'citationKey'], (node, index, parent) => {
    if (node.type === 'citationKey') node.key = works.get(node.key) ?? node.key;
    if (node.type !== 'linkReference' || !parent || index === undefined) return;
    const key = works.get((node.label ?? '').slice(1));
    if (key === undefined) return;
    const at = node.position ? { position: node.position } : {};
    const citation: Citation = { type: 'citation', children: [{ type: 'citationKey', key, ...at }], ...at };
    (parent as Parents).children[index] = citation;
  });
  return true;
}

/** Numbers of works (`workNumber`) by the names that a manuscript gives them. */
type NamedWorks = Map<string, string>;

declare module 'vfile' {
  interface DataMap {
    /** True if a manuscript cites in brackets, `[@key]`, or names a bibliography: `@key` is a citation in it, too. */
    citesByKey: boolean;
    /** The works that a manuscript gives names to, as Manubot does. */
    namedWorks: NamedWorks;
  }
}

function namesBibliography(manuscript: string): boolean {
  return /^---\n(?:(?!---\n).*\n)*bibliography:/.test(manuscript);
}

/** True if a manuscript seems to cite, before it is read. */
export function seemsToCite(manuscript: string): boolean {
  return (
    /\[[^[\]\n]{0,200}(?<![\p{L}\d\\])@[\p{L}_{][^[\]\n]{0,200}\](?![(:[])/u.test(manuscript) ||
    mayCite.test(manuscript) ||
    namesBibliography(manuscript)
  );
}

/** The words between brackets, or outside all. */
interface Frame {
  open?: '[' | '^[';
  opening?: Text;
  children: PhrasingContent[];
}

function groupKeys(children: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const frames: Frame[] = [{ children: [] }];
  const top = (): Frame => frames.at(-1) as Frame;
  for (const [i, child] of children.entries()) {
    if (child.type !== 'text') top().children.push(child);
    else readText(child, sourceText(child, file), children.slice(i + 1));
  }
  const [whole, ...open] = frames as [Frame, ...Frame[]];
  for (const frame of open) whole.children.push(frame.opening as Text, ...frame.children);
  return whole.children;

  function readText(node: Text, source: SourceText, later: readonly PhrasingContent[]): void {
    const { value } = node;
    let from = 0;
    const flush = (to: number): void => {
      if (to > from) top().children.push(source.slice(from, to));
      from = to;
    };
    for (let i = 0; i < value.length; i++) {
      if (!/[[\]]/.test(value[i] as string) || source.isEscaped(i)) continue;
      if (value[i] === '[') {
        const isNote = value[i - 1] === '^' && !source.isEscaped(i - 1);
        flush(i);
        frames.push({ open: isNote ? '^[' : '[', opening: source.slice(i, i + 1), children: [] });
        from = i + 1;
        continue;
      }
      if (frames.length === 1) continue;
      flush(i);
      from = i + 1;
      const frame = frames.pop() as Frame;
      const isSpan = attributesBehind(node, source, i + 1, later, file) !== undefined;
      const closing = source.slice(i, i + 1);
      const citation = frame.open === '[' && !isSpan ? citationOf(frame, closing, top().children, file) : undefined;
      if (citation) top().children.push(citation);
      else top().children.push(frame.opening as Text, ...frame.children, closing);
    }
    flush(value.length);
  }
}

/**
 * The citation that words between brackets are. Behind a key they are the place in its work, and the key leaves
 * `before`. Undefined if they are something else.
 */
function citationOf(
  { opening, children }: Frame,
  closing: Text,
  before: PhrasingContent[],
  file: VFile,
): Citation | undefined {
  const position = (from: PhrasingContent | undefined) =>
    from?.position && closing.position ? { position: { start: from.position.start, end: closing.position.end } } : {};
  if (children.some(({ type }) => type === 'citationKey'))
    return {
      type: 'citation',
      children: markedKeys(children, file).map((child) => (child.type === 'citationKey' ? clean(child) : child)),
      ...position(opening),
    };
  const space = before.at(-1);
  const isSpace = space?.type === 'text' && /^ $/.test(space.value);
  const key = isSpace ? before.at(-2) : space;
  if (key?.type !== 'citationKey' || children.length === 0) return undefined;
  const first = before.at(isSpace ? -3 : -2);
  if (isHyphen(first)) return undefined;
  before.splice(isSpace ? -2 : -1);
  return { type: 'citation', isInText: true, children: [clean(key), ...children], ...position(key) };
}

/** Words with citations in place of keys that no brackets have, or their texts. */
function bareCitations(
  children: readonly PhrasingContent[],
  file: VFile,
  isMeant: (key: CitationKey) => boolean,
): PhrasingContent[] {
  if (!children.some(({ type }) => type === 'citationKey')) return [...children];
  const meant = children.map((child) =>
    child.type === 'citationKey' && !isMeant(child) ? textOfKey(child, file) : child,
  );
  return markedKeys(joinTexts(meant), file).map((child): PhrasingContent => {
    if (child.type !== 'citationKey') return child;
    const key = clean(child);
    const at = key.position ? { position: key.position } : {};
    return { type: 'citation', ...(key.isWithoutAuthor ? {} : { isInText: true }), children: [key], ...at };
  });
}

/** Words in which the hyphen before a key, `-@roe`, is a mark of the key. */
function markedKeys(children: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const marked = [...children];
  for (const [i, child] of marked.entries()) {
    const before = marked[i - 1];
    if (child.type !== 'citationKey' || before?.type !== 'text' || !isHyphen(before)) continue;
    const source = sourceText(before, file);
    if (source.isEscaped(before.value.length - 1)) continue;
    marked[i - 1] = source.slice(0, before.value.length - 1);
    marked[i] = { ...child, isWithoutAuthor: true };
  }
  return marked.filter((child) => child.type !== 'text' || child.value !== '');
}

/** True for a text that ends with a hyphen which does not belong to a word. */
function isHyphen(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && /(?<![\p{L}\p{N}-])-$/u.test(node.value);
}

function clean({ type, key, isWithoutAuthor, position }: CitationKey): CitationKey {
  return { type, key, ...(isWithoutAuthor ? { isWithoutAuthor } : {}), ...(position ? { position } : {}) };
}

/** A key as the text that it was written as. */
function textOfKey({ key, data, position }: CitationKey, file: VFile): Text {
  const written = data?.written ?? `@${key}`;
  const [from, to] = [position?.start.offset, position?.end.offset];
  const isThere = from !== undefined && to !== undefined && String(file).slice(from, to) === written;
  const { offset: _start, ...start } = position?.start ?? { line: 1, column: 1 };
  const { offset: _end, ...end } = position?.end ?? { line: 1, column: 1 };
  return {
    type: 'text',
    value: written,
    ...(position ? { position: isThere ? position : { start, end } } : {}),
  };
}
