import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { captionLabels } from '../../text/label-words.ts';
import { type Doubt, firstWords, type Look } from '../imported.ts';
import { behindLabel } from './behind-label.ts';
import { captionHead, captionKind } from './caption-head.ts';
import { commonestLook } from './commonest-look.ts';
import type { FormContext } from './context.ts';
import { closeLevels, isNumberedPart, levelsOf, partNumber, typedMarks } from './heading-levels.ts';
import { lineOfBlock } from './line-of.ts';
import { maxOpening } from './opening-blocks.ts';
import { readAuthors } from './read-authors.ts';
import { takeFor } from './take-for.ts';

/** A paragraph that may be a heading, and why. */
interface Candidate {
  node: Paragraph;
  confidence: number;
  found: string;
}

/**
 * Makes headings of paragraphs that look like some: short, without a stop at the end, and bold, larger than the text,
 * of known words, or alone between long paragraphs. Levels follow the numbers before them, or their looks.
 */
export function makeHeadings(context: FormContext): void {
  const { imported, words } = context;
  const { tree } = imported;
  normalizeLevels(context);
  const sure = tree.children.filter((node): node is Heading => node.type === 'heading');
  const found = candidates(context, sure.length > 0);
  const levels = levelsOf(
    found.map(({ node }) => node),
    sure,
    words,
  );
  for (const { node, confidence, found: why } of found) {
    const name = firstWords(lineOfBlock(node));
    const made = `heading ${levels.get(node) ?? 2}`;
    const about: Doubt = {
      rule: 'import-heading',
      confidence,
      at: node.data?.from ?? { words: name },
      words: name,
      found: why,
      ...(confidence < 0.7 ? { level: 'warning' } : {}),
      node,
    };
    const doubt = takeFor(context, about, [made, ...otherForms.filter((form) => form !== made)]);
    const depth = Number(/^heading ([2-6])$/.exec(doubt.made)?.[1]);
    if (!depth) continue;
    const children = withoutBold(behindLabel(node.children, typedMarks(node)));
    const heading = { ...node, type: 'heading', depth, children } as Heading;
    doubt.node = heading;
    tree.children[tree.children.indexOf(node)] = heading;
  }
  closeLevels(tree);
}

/** What a paragraph that looks like a heading may be. */
const otherForms = ['paragraph', 'heading 2', 'heading 3', 'heading 4'];

function candidates({ imported: { tree }, words, titlePage }: FormContext, hasSure: boolean): Candidate[] {
  const blocks = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  const textSize = commonestLook(blocks, ({ size }) => size);
  const textWhite = commonestLook(blocks, ({ before = 0 }) => before) ?? 0;
  const textColor = commonestLook(blocks, ({ color = '' }) => color) ?? '';
  const isText = (one: RootContent | undefined): boolean => one !== undefined && lineOfBlock(one).length > 200;
  const textBegins = blocks.findIndex(isText);
  const looks = blocks.filter((node): node is Paragraph => node.type === 'paragraph');
  // Where much of the text is bold, bold says nothing.
  const length = (nodes: readonly RootContent[]): number =>
    nodes.reduce((sum, node) => sum + lineOfBlock(node).length, 0);
  const boldShare = length(looks.filter((node) => node.data?.look?.bold)) / Math.max(1, length(blocks));
  const strong: Candidate[] = [];
  const bare: Candidate[] = [];
  for (const [i, node] of blocks.entries()) {
    if (node.type !== 'paragraph') continue;
    const look = node.data?.look ?? {};
    const text = lineOfBlock(node);
    const isLarge = look.size !== undefined && textSize !== undefined && look.size >= textSize + 1.5;
    const isBold = look.bold === true && boldShare < 0.5;
    const isMarked = look.outline !== undefined && !look.isCertain;
    const isKnown = words.is('headings', text) || words.is('references', text);
    const isColored = look.color !== undefined && look.color !== textColor && text.length <= 100;
    const isTitleLike = isColored || (isBold && (isLarge || look.align === 'center'));
    const ending = isTitleLike ? 'any' : isLarge || isMarked || isNumberedPart(text, words) ? 'colon' : 'none';
    // As in Markdown, which an author typed in a word processor.
    if (typedMarks(node) > 0 && text.length <= 130) {
      strong.push({ node, confidence: 0.9, found: 'A line that begins with #, as headings of Markdown do' });
      continue;
    }
    if (titlePage.includes(node) || !mayBeHeading(text, node, words, ending)) continue;
    if (isListed(text, look) || (i < Math.min(textBegins, maxOpening) && isOfOpening(text, words))) continue;
    if (blocks[i + 1] === undefined && !isKnown && !isMarked && !(isLarge && isBold)) continue;
    const isLarger = look.size !== undefined && textSize !== undefined && look.size > textSize;
    const hasWhite = (look.before ?? 0) >= textWhite + 6;
    if (isKnown && (isBold || isLarge || look.capitals || isShort(text)))
      strong.push({
        node,
        confidence: isBold || isLarge ? 0.97 : 0.9,
        found: 'Words that are a heading in any article',
      });
    else if (isNumberedPart(text, words))
      strong.push({ node, confidence: 0.85, found: 'A short paragraph with the number of a part' });
    else if (isMarked) strong.push({ node, confidence: 0.95, found: 'A paragraph marked as a heading' });
    else if (isLarge && isBold)
      strong.push({ node, confidence: 0.95, found: 'A short paragraph, bold and larger than the text' });
    else if (isLarge) strong.push({ node, confidence: 0.9, found: 'A short paragraph, larger than the text' });
    else if (isBold) strong.push({ node, confidence: 0.8, found: 'A short paragraph in bold' });
    else if (isColored && isAlone(blocks, i))
      strong.push({ node, confidence: 0.75, found: 'A short line in another colour than the text' });
    else if (isAlone(blocks, i) && isLarger && (hasWhite || look.capitals || look.align === 'center'))
      strong.push({ node, confidence: 0.7, found: 'A short line, a little larger than the text' });
    else if (isAlone(blocks, i) && hasWhite && look.align !== 'center' && !look.isTyped)
      strong.push({ node, confidence: look.italic ? 0.75 : 0.65, found: 'A short line with white above' });
    else if (look.italic && isText(blocks[i + 1]) && isAlone(blocks, i) && !isQuoted(text))
      strong.push({ node, confidence: 0.6, found: 'A short line in italics above text' });
    else if (
      isBetweenLong(blocks, i) &&
      /^(?:[\divxIVX]+[.)]\s+)*["“«„(]?\p{Lu}/u.test(text) &&
      !/^[\p{L} .]{1,30}:\s/u.test(text)
    )
      bare.push({ node, confidence: 0.6, found: 'A short line between long paragraphs' });
  }
  // Where nothing else is a heading, short lines alone are; elsewhere they are more likely something else.
  return hasSure || strong.length > 2
    ? strong
    : [...strong, ...bare].sort((a, b) => blocks.indexOf(a.node) - blocks.indexOf(b.node));
}

const isShort = (text: string): boolean => text.length <= 60;

/** The signs at its end that a heading may have by how much it stands out: none, a colon, a stop as well. */
type Ending = 'none' | 'colon' | 'any';

/** True for a text that a heading may have: short, without a sign at its end, and no caption or label. */
function mayBeHeading(text: string, node: Paragraph, words: FormContext['words'], ending: Ending): boolean {
  if (text.length < 2 || text.length > 130 || !/\p{L}/u.test(text)) return false;
  // Program code has no headings.
  if (/[{}<>=;]|::|\w\(\)/.test(text) || (ending === 'none' && !node.data?.look?.bold && /\w_\w/.test(text)))
    return false;
  if (/,$/.test(text) || (ending === 'none' && /:$/.test(text))) return false;
  if (/\.$/.test(text) && !mayEndInStop(text, ending)) return false;
  const caption = captionHead(text);
  if (caption && captionKind(caption, words)) return false;
  if (new RegExp(`^(?:${captionLabels})\\s*\\d`, 'u').test(text)) return false;
  if (node.children.some(({ type }) => type === 'image' || type === 'inlineCode')) return false;
  const { align } = node.data?.look ?? {};
  return (align !== 'right' || ending !== 'none') && !/^[—–-]\s/.test(text) && !/^https?:/.test(text);
}

function mayEndInStop(text: string, ending: Ending): boolean {
  // The stop of an abbreviation ends no sentence: “av. J.-C.”
  if (/^\d+(?:\.\d+)+\.?\s/.test(text) || /\b(?:etc|Jr)\.$|[\s.-]\p{Lu}\.$/u.test(text)) return true;
  const isOneSentence = !/\p{L}{2}[.!?]\s/u.test(text.replace(/^\P{L}+/u, ''));
  return ending === 'any' && text.length <= 90 && isOneSentence && /^\p{Lu}/u.test(text);
}

/** True for a line above the text that names people or places: authors, an institution, an address. */
function isOfOpening(text: string, words: FormContext['words']): boolean {
  return (
    /^(?:УДК|UDC|DOI|ISSN|JEL)(?![\p{L}])|@/u.test(text) ||
    words.label('supervisor', text) !== undefined ||
    words.has('institution', text) ||
    (/,|\p{Lu}\./u.test(text) && readAuthors([text], words) !== undefined)
  );
}

function isListed(text: string, { label }: Look): boolean {
  return (label !== undefined && !/^\d+(?:\.\d+)*\.?$/.test(label)) || /^(?:[•–-]|\p{Ll}\))\s/u.test(text);
}

function isBetweenLong(blocks: readonly RootContent[], i: number): boolean {
  const isLong = (node: RootContent | undefined): boolean =>
    node?.type === 'paragraph' && lineOfBlock(node).length > 200;
  return (
    isLong(blocks[i + 1]) && (i === 0 || isLong(blocks[i - 1])) && lineOfBlock(blocks[i] as RootContent).length < 90
  );
}

/** True for a short line that begins with a capital, with text or something else of the article below. */
function isAlone(blocks: readonly RootContent[], i: number): boolean {
  const text = lineOfBlock(blocks[i] as RootContent);
  const below = blocks[i + 1];
  return (
    text.length <= 80 &&
    /^(?:\d[\d.]*\s+)?["“«„(]?\p{Lu}/u.test(text) &&
    below !== undefined &&
    (below.type !== 'paragraph' || lineOfBlock(below).length > 80 || !isAlike(blocks[i], below))
  );
}

/** True for two blocks that look the same, as lines of verse, of an address or of a list without marks do. */
function isAlike(one: RootContent | undefined, other: RootContent): boolean {
  const [a, b] = [one?.data?.look ?? {}, other.data?.look ?? {}];
  return a.size === b.size && a.bold === b.bold && a.italic === b.italic && a.color === b.color;
}

const isQuoted = (text: string): boolean => /^["“«„‘]/.test(text);

/** A heading is bold by itself. */
function withoutBold(children: Paragraph['children']): Paragraph['children'] {
  const filled = children.filter((child) => child.type !== 'text' || child.value.trim());
  if (!filled.every(({ type }) => type === 'strong' || type === 'footnoteReference')) return children;
  return children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));
}

/**
 * Puts the levels of headings in order. The first is never below a later one: where it is, a program guessed levels by
 * size, and all are of one level. Otherwise the highest becomes the second, below the title.
 */
function normalizeLevels({ imported, decided }: FormContext): void {
  const headings = headingsOf(imported.tree);
  for (const node of headings) node.children = withoutBold(node.children);
  const [first] = headings;
  if (!first) return;
  const highest = Math.min(...headings.map(({ depth }) => depth));
  const isMuddled = headings.some(({ depth, data }) => depth < first.depth && !data?.look?.isCertain);
  const numbers = headings.map((node) => partNumber(lineOfBlock(node)));
  const isNumbered = numbers.filter((number) => number !== undefined).length * 2 > headings.length;
  const words = firstWords(`levels of ${lineOfBlock(first)}`);
  if (isMuddled || (isNumbered && !first.data?.look?.isCertain)) {
    const before = headings.map(({ depth }) => '#'.repeat(depth)).join(' ');
    const choice = decided('import-heading', words) ?? (isNumbered ? 'levels by their numbers' : 'one level');
    for (const [i, node] of headings.entries()) {
      const number = numbers[i];
      if (choice === 'one level') node.depth = 2;
      else if (choice === 'levels by their numbers')
        node.depth = number ? (Math.min(6, number.split('.').length + 1) as 2) : 2;
      else node.depth = Math.min(6, node.depth - highest + 2) as 2;
    }
    if (new Set(before.split(' ')).size < 2) return;
    imported.doubts.push({
      rule: 'import-heading',
      confidence: 0.7,
      at: first.data?.from ?? { words },
      words,
      found: `The levels of headings are out of order (${before})`,
      made: choice,
      instead: ['one level', 'levels by their numbers', 'levels as they are'].filter((one) => one !== choice),
      level: 'warning',
      node: first,
    });
    return;
  }
  for (const node of headings) node.depth = Math.min(6, node.depth - highest + 2) as 2;
}

function headingsOf(tree: Root): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === 'heading');
}
