import type { RootContent } from 'mdast';
import { dateIn } from '../../text/date.ts';
import type { AuthorPlace, Fact } from '../imported.ts';
import { wordsOfPhrase } from '../words-of-manuscript.ts';
import { behindLabel } from './behind-label.ts';
import { declareByline } from './byline.ts';
import type { FormContext } from './context.ts';
import type { FormWords, WordKind } from './form-words.ts';
import { inlineText } from './inline-text.ts';
import { lineOfBlock } from './line-of.ts';
import { leave, linesOfBlock, opening, placeOfBlock, remove } from './opening-blocks.ts';
import { readAuthors } from './read-authors.ts';
import { foreignLanguage, isTranslated, listed, takeTranslatedTitle, takeTranslation } from './translations.ts';

/** Facts behind a label, `Abstract: …`, or below it; and those whose style names them. */
export function takeLabelled(context: FormContext): void {
  const { words, language } = context;
  const blocks = opening(context);
  // Where the article’s language is only guessed, none is another one.
  const [main] = language.confidence < 0.7 ? [] : language.value.split('-');
  for (const [i, node] of blocks.entries()) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const text = lineOfBlock(node);
    const at = placeOfBlock(node);
    const style = node.data?.look?.style?.toLowerCase() ?? '';
    for (const kind of labels) {
      const found = words.label(kind, text);
      const isStyled = styles[kind]?.test(style) || isNamedSo(kind, style, words);
      if (!found && !isStyled) continue;
      // “Notes on …” is a title; a label has its colon, or a line of its own.
      if (found && found.rest === '' && kind !== 'abstract' && kind !== 'keywords') continue;
      const isNames = kind === 'authors';
      const rest = isNames
        ? (found?.rest ?? linesOfBlock(node).join('\n'))
        : inlineText({ type: 'paragraph', children: behindLabel(node.children, found?.label.length ?? 0) });
      const below = rest === '' ? belowOf(context, blocks, i) : [];
      const value = [rest, ...below.map(isNames ? lineOfBlock : inlineText)].filter(Boolean).join('\n\n');
      if (!value) continue;
      const foreign = main && isTranslated(kind) && foreignLanguage(words, kind, value, found?.label ?? '', main);
      if (foreign && isTranslated(kind)) {
        if (!takeTranslation(context, { kind, value, at, lang: foreign })) continue;
        takeTranslatedTitle(context, foreign, main, blocks.slice(Math.max(0, i - 8), i));
      } else if (!takeFact(context, kind, value, at, found ? 0.95 : 1)) continue;
      if (found) leave(context, found.label, at, 'label of a fact');
      remove(context, node, ...below);
      for (const one of [node, ...below]) blocks[blocks.indexOf(one)] = { type: 'thematicBreak' };
      break;
    }
  }
}

const labels: readonly WordKind[] = ['abstract', 'keywords', 'title', 'subtitle', 'authors', 'received', 'accepted'];
const styles: Partial<Record<WordKind, RegExp>> = {
  abstract: /^abstract(?! title| heading)/,
  keywords: /^key ?words/,
  title: /^(?:document )?title$/,
  subtitle: /^subtitle$/,
  authors: /^(?:author|byline)/,
};

/** True for a style that a journal calls after a fact, such as `Автори (укр)`. */
function isNamedSo(kind: WordKind, style: string, words: FormWords): boolean {
  if (style.length > 40 || /прав|rights|heading|заголовок/i.test(style)) return false;
  if (kind === 'title') return /назва статті|название статьи|(?:article|paper) title/i.test(style);
  return (
    /^(?:abstract|keywords|authors)$/.test(kind) && style.split(/[^\p{L}]+/u).length <= 4 && words.has(kind, style)
  );
}

/** The paragraphs below a label that are what it names. */
function belowOf({ words }: FormContext, blocks: readonly RootContent[], i: number): RootContent[] {
  const found: RootContent[] = [];
  for (const node of blocks.slice(i + 1)) {
    if (node.type !== 'paragraph') break;
    const text = lineOfBlock(node);
    if (labels.some((kind) => words.label(kind, text)) || words.is('headings', text) || found.length >= 3) break;
    if (found.length > 0 && !/^abstract/i.test(node.data?.look?.style ?? '')) break;
    found.push(node);
  }
  return found;
}

/** Puts a labelled value among the facts; false if it is not of its form, or there already. */
function takeFact(
  { imported, words }: FormContext,
  kind: WordKind,
  value: string,
  at: AuthorPlace,
  confidence: number,
): boolean {
  const { facts } = imported;
  const fact = <T>(of: T): Fact<T> => ({ value: of, confidence, at });
  if (kind === 'keywords') {
    if (facts.keywords || value.length > 800) return false;
    facts.keywords = fact(listed(wordsOfPhrase(value)));
    return true;
  }
  if (kind === 'abstract') {
    if (facts.abstract || value.length < 60) return false;
    facts.abstract = fact(value);
    return true;
  }
  if (kind === 'received' || kind === 'accepted') {
    const date = dateIn(value, words.monthLists());
    if (!date || facts[kind] || value.length > 60) return false;
    facts[kind] = fact(date);
    imported.words.changes.push({ from: value, to: date, at, why: 'date in figures' });
    return true;
  }
  if (kind === 'title' || kind === 'subtitle') {
    if (facts[kind] || value.length > 300) return false;
    facts[kind] = fact(value);
    return true;
  }
  if (facts.authors) return false;
  const read = readAuthors(value.split('\n'), words);
  if (!read) return false;
  facts.authors = read.authors.map((author) => fact(author));
  declareByline(imported, value, read.authors, at);
  return true;
}
