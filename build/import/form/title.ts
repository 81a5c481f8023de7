import type { Paragraph, RootContent } from 'mdast';
import { visit } from '../../text/visit.ts';
import { type AuthorPlace, firstWords } from '../imported.ts';
import { captionHead, captionKind } from './caption-head.ts';
import type { FormContext } from './context.ts';
import type { FormWords } from './form-words.ts';
import { inlineText } from './inline-text.ts';
import { lineOfBlock } from './line-of.ts';
import { allText, opening, placeOfBlock, remove, unwrappedBlock } from './opening-blocks.ts';
import { readAuthors } from './read-authors.ts';
import { isInCapitals, recase } from './recase.ts';
import { takeFor } from './take-for.ts';
import { isTitlePageLine } from './title-page.ts';

/** The title: the first heading of all, or the first or largest short block; and the subtitle below it. */
export function takeTitle(context: FormContext): void {
  const { imported, words, titlePage: page } = context;
  const { facts } = imported;
  if (facts.title) return;
  const lang = context.language.value;
  const blocks = page.length > 0 ? opening(context).filter((node) => page.includes(node)) : opening(context);
  const first = titleAmong(blocks, context) ?? titleAmong(opening(context), { ...context, titlePage: [] });
  if (!first) return;
  const { node, confidence, found } = first;
  const name = firstWords(lineOfBlock(node));
  const at = placeOfBlock(node);
  const level = confidence < 0.7 ? { level: 'warning' as const } : {};
  const about = { rule: 'import-title', confidence, at, words: name, found, node, ...level } as const;
  if (takeFor(context, about, ['title', 'heading', 'paragraph']).made !== 'title') return;
  const isApart = (one: RootContent): boolean =>
    one === node || one.type === 'heading' || isInCapitals(lineOfBlock(one));
  const others = (): string =>
    allText({ ...imported.tree, children: imported.tree.children.filter((one) => !isApart(one)) });
  const cased = (value: string, at: AuthorPlace, what: 'title' | 'subtitle'): string => {
    if (!isInCapitals(value)) return value;
    const key = `capitals: ${firstWords(value)}`;
    const written = context.decided('import-title', key) ?? recase(value, others(), lang, words.of('small', lang));
    imported.doubts.push({
      rule: 'import-title',
      confidence: 0.7,
      at,
      words: key,
      found: what === 'title' ? 'The title is in capitals' : 'The subtitle is in capitals',
      made: written,
      instead: [value],
      fix: 'Look at its names.',
    });
    return written;
  };
  facts.title = { value: cased(inlineText(unwrappedBlock(node)), at, 'title'), confidence, at };
  remove(context, node);
  const next = blocks[blocks.indexOf(node) + 1];
  if (!next || facts.subtitle || !isSubtitle(node, next, blocks[blocks.indexOf(node) + 2], context)) return;
  const below = placeOfBlock(next);
  facts.subtitle = { value: cased(inlineText(unwrappedBlock(next)), below, 'subtitle'), confidence: 0.8, at: below };
  imported.doubts.push({
    rule: 'import-title',
    confidence: 0.8,
    at: below,
    words: firstWords(lineOfBlock(next)),
    found: 'A heading right below the title',
    made: 'subtitle',
  });
  remove(context, next);
}

function titleAmong(
  blocks: readonly RootContent[],
  { words, titlePage }: FormContext,
): { node: RootContent; confidence: number; found: string } | undefined {
  const isWords = (node: RootContent): node is Paragraph =>
    (node.type === 'heading' || node.type === 'paragraph') && !hasPicture(node);
  const [head] = blocks.filter((node) => isWords(node) && lineOfBlock(node) !== '');
  const isOut = (text: string): boolean =>
    isNoTitle(text, words) || (titlePage.length > 0 && isTitlePageLine(text, words));
  if (head?.type === 'heading' && !isOut(lineOfBlock(head)))
    return { node: head, confidence: 0.95, found: 'The first heading' };
  const short = blocks
    .slice(0, titlePage.length > 0 ? undefined : 14)
    .filter(
      (node) =>
        isWords(node) &&
        lineOfBlock(node).length > 3 &&
        lineOfBlock(node).length <= 220 &&
        !isOut(lineOfBlock(node)) &&
        !/[.;,:]$/.test(lineOfBlock(node).replace(/\b(?:etc|Jr)\.$/, '')),
    );
  const firstLong = blocks.findIndex((node) => node.type === 'paragraph' && lineOfBlock(node).length > 300);
  const before = short
    .filter((node) => firstLong < 0 || blocks.indexOf(node) < firstLong)
    .filter((node) => !readAuthors([lineOfBlock(node)], words));
  const size = (node: RootContent): number => node.data?.look?.size ?? 0;
  const largest = Math.max(0, ...before.map(size));
  const smallest = Math.min(...before.map(size));
  if (largest > smallest) {
    const node = before.find((one) => size(one) === largest);
    if (node) return { node, confidence: 0.85, found: 'The largest line before the text' };
  }
  const strong = before.find(
    (one) => one.data?.look?.bold || one.data?.look?.capitals || one.data?.look?.align === 'center',
  );
  const node = strong ?? before[0];
  return node ? { node, confidence: node === strong ? 0.8 : 0.6, found: 'The first line before the text' } : undefined;
}

export function hasPicture(node: RootContent): boolean {
  let found = false;
  visit(node, 'image', () => {
    found = true;
  });
  return found;
}

export function isNoTitle(text: string, words: FormWords): boolean {
  return (
    words.is('kind', text) ||
    words.is('contents', text) ||
    words.is('headings', text) ||
    words.is('abstract', text) ||
    /^(?:УДК|UDC|DOI|ISSN|JEL|https?:)|@|https?:\/\//iu.test(text) ||
    /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text) ||
    isCaption(text, words) ||
    /^#{1,6}\s/.test(text) ||
    (words.has('institution', text) && text.split(' ').length < 9)
  );
}

function isCaption(text: string, words: FormWords): boolean {
  const head = captionHead(text);
  return head !== undefined && captionKind(head, words) !== undefined;
}

function isSubtitle(
  title: RootContent,
  next: RootContent,
  after: RootContent | undefined,
  { words }: FormContext,
): boolean {
  const text = lineOfBlock(next);
  if (next.type !== 'heading' && !/subtitle/i.test(next.data?.look?.style ?? '')) return false;
  if (words.is('headings', text) || words.is('references', text) || /^\d/.test(text)) return false;
  if (readAuthors([text], words)) return false;
  if (title.type === 'heading' && next.type === 'heading' && next.depth < title.depth) return false;
  // Below a subtitle stands a name, an abstract, another heading: no text.
  return (
    after === undefined ||
    after.type === 'heading' ||
    Boolean(after.data?.look?.italic) ||
    lineOfBlock(after).length < 200
  );
}
