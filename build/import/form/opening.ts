import type { Paragraph, Root, RootContent } from 'mdast';
import { attributesOf } from '../../manuscript/tree.ts';
import { dateIn } from '../../text/date.ts';
import { cyrillicLanguage, scriptIn, scriptOf } from '../../text/script.ts';
import { visit } from '../../text/visit.ts';
import { wordsIn } from '../gate.ts';
import {
  type AuthorPlace,
  type Doubt,
  type Fact,
  firstWords,
  type Imported,
  type ImportedAuthor,
} from '../imported.ts';
import { lineOfTree, textOfTree } from '../words-of-manuscript.ts';
import { behindLabel } from './behind-label.ts';
import type { FormWords, WordKind } from './form-words.ts';
import { inlineText } from './inline-text.ts';
import { readAuthors } from './read-authors.ts';
import { isInCapitals, recase } from './recase.ts';
import { takeFor } from './take-for.ts';

/** The input of recognition by form. */
export interface FormContext {
  imported: Imported;
  words: FormWords;
  lang: string;
  decided(rule: Doubt['rule'], words: string): string | undefined;
}

/** The most blocks before the text that are looked at. */
const maxOpening = 24;

/**
 * Takes title, subtitle, authors, abstract, keywords and dates out of the beginning of a text, by style, by label, or
 * by their place, and puts them among the facts; the text about the author out of its end.
 */
export function takeOpening(context: FormContext): void {
  const { imported } = context;
  partBylines(context);
  takeLabelled(context);
  takeTitle(context);
  takeByline(context);
  takeAbstract(context);
  takeBiography(context);
  imported.facts.lang ??= languageOf(context);
}

const placeOf = (node: RootContent): AuthorPlace =>
  node.data?.from ?? {
    ...(node.position ? { line: node.position.start.line, column: 1 } : {}),
    words: firstWords(textOfTree(node)),
  };

/** The blocks before the text itself: up to the first heading that any article has, or a long paragraph. */
function opening({ imported: { tree }, words }: FormContext): RootContent[] {
  const found: RootContent[] = [];
  for (const node of tree.children) {
    if (found.length >= maxOpening) break;
    const text = lineOfTree(node);
    if (node.type === 'heading' && (words.is('headings', text) || words.is('references', text))) break;
    if (node.type === 'footnoteDefinition') continue;
    found.push(node);
  }
  return found;
}

function remove({ imported: { tree } }: FormContext, ...nodes: RootContent[]): void {
  tree.children = tree.children.filter((node) => !nodes.includes(node));
}

function leave({ imported }: FormContext, from: string, at: AuthorPlace, why: string): void {
  if (/[\p{L}\p{N}]/u.test(from)) imported.words.changes.push({ from, to: '', at, why });
}

/** Parts a block of lines before a line that begins with a name: title and author in one block. */
function partBylines({ imported: { tree }, words }: FormContext): void {
  for (const [i, node] of tree.children.slice(0, maxOpening).entries()) {
    const lines = node.data?.look?.lines ?? [];
    if (node.type !== 'paragraph' || lines.length < 2 || lines.length > 12) continue;
    if (node.children.some(({ type }) => type !== 'text')) continue;
    const at = lines.findIndex((line, k) => k > 0 && readAuthors([line], words));
    if (at < 1 || readAuthors([lines[0] ?? ''], words)) continue;
    const part = (own: string[]): Paragraph => ({
      ...node,
      children: [{ type: 'text', value: own.join(' ') }],
      data: { ...node.data, look: { ...node.data?.look, lines: own } },
    });
    tree.children.splice(i, 1, part(lines.slice(0, at)), part(lines.slice(at)));
    return;
  }
}

/** Facts behind a label, `Abstract: …`, or below it; and those whose style names them. */
function takeLabelled(context: FormContext): void {
  const { imported, words } = context;
  const { facts } = imported;
  const blocks = opening(context);
  const lang = facts.lang ?? languageOf(context);
  // Where the article’s language is only guessed, none is another one.
  const [main] = lang.confidence < 0.7 ? [] : lang.value.split('-');
  for (const [i, node] of blocks.entries()) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const text = lineOfTree(node);
    const at = placeOf(node);
    const style = node.data?.look?.style?.toLowerCase() ?? '';
    for (const kind of labels) {
      const found = words.label(kind, text);
      const isStyled = styles[kind]?.test(style) || isNamedSo(kind, style, words);
      if (!found && !isStyled) continue;
      // “Notes on …” is a title; a label has its colon, or a line of its own.
      if (found && found.rest === '' && kind !== 'abstract' && kind !== 'keywords') continue;
      const isNames = kind === 'authors';
      const rest = isNames
        ? found
          ? found.rest
          : linesOf(node).join('\n')
        : found
          ? inlineText({ type: 'paragraph', children: behindLabel(node.children, found.label.length) })
          : inlineText(node);
      const below = rest === '' ? belowOf(context, blocks, i) : [];
      const value = [rest, ...below.map(isNames ? lineOfTree : inlineText)].filter(Boolean).join('\n\n');
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

const isTranslated = (kind: WordKind): kind is 'abstract' | 'keywords' => kind === 'abstract' || kind === 'keywords';

/** The language of a labelled text, where it is not the article’s: by its words, its letters, or its label. */
function foreignLanguage(
  words: FormWords,
  kind: WordKind,
  value: string,
  label: string,
  main: string,
): string | undefined {
  const byLabel = words.languagesOf(kind, label);
  const lang = words.languageOf(value) ?? (byLabel.length === 1 ? byLabel[0] : languageByLetters(value));
  return lang === undefined || lang === main || byLabel.includes(main) ? undefined : lang;
}

function languageByLetters(text: string): string | undefined {
  return scriptIn(text) === 'Cyrl' ? cyrillicLanguage(text) : undefined;
}

/** Puts an abstract or keywords of another language among the translations; false if that language has some. */
function takeTranslation(
  { imported: { facts } }: FormContext,
  { kind, value, at, lang }: { kind: 'abstract' | 'keywords'; value: string; at: AuthorPlace; lang: string },
): boolean {
  if (kind === 'abstract' ? value.length < 60 : value.length > 800) return false;
  facts.translations ??= [];
  let own = facts.translations.find((one) => one.value.lang === lang);
  if (own?.value[kind]) return false;
  if (!own) {
    own = { value: { lang }, confidence: 0.9, at };
    facts.translations.push(own);
  }
  if (kind === 'abstract') own.value.abstract = value;
  else own.value.keywords = listed(value);
  return true;
}

/** The title in another language, above an abstract in it: a short line that stands out, and has no names. */
function takeTranslatedTitle(context: FormContext, lang: string, main: string, above: readonly RootContent[]): void {
  const { imported, words } = context;
  const own = imported.facts.translations?.find((one) => one.value.lang === lang)?.value;
  if (!own || own.title) return;
  const node = above.findLast((one) => {
    if (one.type !== 'heading' && one.type !== 'paragraph') return false;
    const text = lineOfTree(one);
    const { bold, capitals, align } = one.data?.look ?? {};
    const standsOut = one.type === 'heading' || bold || capitals || align === 'center';
    if (!standsOut || text.length < 8 || text.length > 220 || isNoTitle(text, words) || hasPicture(one)) return false;
    if (/[.;,]$/.test(text) || readAuthors([text], words)) return false;
    const told = attributesOf(one).lang?.split('-')[0];
    if (told) return told === lang;
    const isLatin = scriptIn(text) !== 'Cyrl';
    return isLatin ? scriptOf(main) === 'Cyrl' && scriptOf(lang) !== 'Cyrl' : languageByLetters(text) === lang;
  });
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return;
  const name = firstWords(lineOfTree(node));
  const made = `title in ${lang}`;
  const found = 'A line above an abstract in another language';
  const about = { rule: 'import-title', confidence: 0.8, at: placeOf(node), words: name, found } as const;
  if (takeFor(context, about, [made, 'paragraph']).made !== made) return;
  const title = inlineText(unwrapped(node));
  own.title = isInCapitals(title) ? recase(title, own.abstract ?? '', lang, words.of('small', lang)) : title;
  remove(context, node);
}

/** The paragraphs below a label that are what it names. */
function belowOf({ words }: FormContext, blocks: readonly RootContent[], i: number): RootContent[] {
  const found: RootContent[] = [];
  for (const node of blocks.slice(i + 1)) {
    if (node.type !== 'paragraph') break;
    const text = lineOfTree(node);
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
    facts.keywords = fact(listed(value));
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

/** Keywords as a list. */
function listed(value: string): string[] {
  return value
    .replace(/\.\s*$/, '')
    .split(value.includes(';') ? /\s*;\s*/ : /\s*[,·•]\s*/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(/\s+/g, ' ').trim());
}

/** Declares which words of a byline are not among the authors, such as marks, and which several authors share. */
function declareByline(imported: Imported, text: string, authors: readonly ImportedAuthor[], at: AuthorPlace): void {
  const said = authors.flatMap((author) => Object.values(author)).join(' ');
  const from = restOf(text, said);
  const to = restOf(said, text);
  if (from || to) imported.words.changes.push({ from, to, at, why: 'byline, parted into authors' });
  // Marks and “and” are nothing to tell; other words are.
  if (/\p{L}{4}|\d{3}/u.test(from))
    imported.doubts.push({
      rule: 'import-title',
      confidence: 0.3,
      at,
      words: firstWords(from),
      found: `Words of the byline that are of no author: “${firstWords(from)}”`,
      made: 'nothing',
      fix: 'Put them where they belong: affiliation, mail address, or the text.',
      level: 'warning',
    });
}

/** The title: the first heading of all, or the first or largest short block; and the subtitle below it. */
function takeTitle(context: FormContext): void {
  const { imported, words } = context;
  const { facts } = imported;
  if (facts.title) return;
  const lang = (facts.lang ?? languageOf(context)).value;
  const blocks = opening(context);
  const first = titleAmong(blocks, context);
  if (!first) return;
  const { node, confidence, found } = first;
  const name = firstWords(lineOfTree(node));
  const at = placeOf(node);
  const level = confidence < 0.7 ? { level: 'warning' as const } : {};
  const about = { rule: 'import-title', confidence, at, words: name, found, node, ...level } as const;
  if (takeFor(context, about, ['title', 'heading', 'paragraph']).made !== 'title') return;
  const isApart = (one: RootContent): boolean =>
    one === node || one.type === 'heading' || isInCapitals(lineOfTree(one));
  const text = allText({ ...imported.tree, children: imported.tree.children.filter((one) => !isApart(one)) });
  const cased = (value: string, at: AuthorPlace, what: 'title' | 'subtitle'): string => {
    if (!isInCapitals(value)) return value;
    const key = `capitals: ${firstWords(value)}`;
    const written = context.decided('import-title', key) ?? recase(value, text, lang, words.of('small', lang));
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
  facts.title = { value: cased(inlineText(unwrapped(node)), at, 'title'), confidence, at };
  remove(context, node);
  const next = blocks[blocks.indexOf(node) + 1];
  if (!next || facts.subtitle || !isSubtitle(node, next, blocks[blocks.indexOf(node) + 2], context)) return;
  const below = placeOf(next);
  facts.subtitle = { value: cased(inlineText(unwrapped(next)), below, 'subtitle'), confidence: 0.8, at: below };
  imported.doubts.push({
    rule: 'import-title',
    confidence: 0.8,
    at: below,
    words: firstWords(lineOfTree(next)),
    found: 'A heading right below the title',
    made: 'subtitle',
  });
  remove(context, next);
}

function titleAmong(
  blocks: readonly RootContent[],
  { words }: FormContext,
): { node: RootContent; confidence: number; found: string } | undefined {
  const isWords = (node: RootContent): node is Paragraph =>
    (node.type === 'heading' || node.type === 'paragraph') && !hasPicture(node);
  const [head] = blocks.filter((node) => isWords(node) && lineOfTree(node) !== '');
  if (head?.type === 'heading' && !isNoTitle(lineOfTree(head), words))
    return { node: head, confidence: 0.95, found: 'The first heading' };
  const short = blocks
    .slice(0, 14)
    .filter(
      (node) =>
        isWords(node) &&
        lineOfTree(node).length > 3 &&
        lineOfTree(node).length <= 220 &&
        !isNoTitle(lineOfTree(node), words) &&
        !/[.;,:]$/.test(lineOfTree(node).replace(/\b(?:etc|Jr)\.$/, '')),
    );
  const firstLong = blocks.findIndex((node) => node.type === 'paragraph' && lineOfTree(node).length > 300);
  const before = short
    .filter((node) => firstLong < 0 || blocks.indexOf(node) < firstLong)
    .filter((node) => !readAuthors([lineOfTree(node)], words));
  const size = (node: RootContent): number => node.data?.look?.size ?? 0;
  const largest = Math.max(0, ...before.map(size));
  const smallest = Math.min(...before.map(size));
  const heading = before.find(({ type }) => type === 'heading');
  if (largest > smallest) {
    const node = before.find((one) => size(one) === largest);
    if (node) return { node, confidence: 0.85, found: 'The largest line before the text' };
  }
  const strong = before.find(
    (one) => one.data?.look?.bold || one.data?.look?.capitals || one.data?.look?.align === 'center',
  );
  const node = strong ?? before[0] ?? heading;
  return node ? { node, confidence: node === strong ? 0.8 : 0.6, found: 'The first line before the text' } : undefined;
}

function hasPicture(node: RootContent): boolean {
  let found = false;
  visit(node, 'image', () => {
    found = true;
  });
  return found;
}

function isNoTitle(text: string, words: FormWords): boolean {
  return (
    words.is('kind', text) ||
    words.is('contents', text) ||
    words.is('headings', text) ||
    words.is('abstract', text) ||
    /^(?:УДК|UDC|DOI|ISSN|JEL|https?:)|@|https?:\/\//iu.test(text) ||
    /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text) ||
    (words.has('institution', text) && text.split(' ').length < 12)
  );
}

function isSubtitle(
  title: RootContent,
  next: RootContent,
  after: RootContent | undefined,
  { words }: FormContext,
): boolean {
  const text = lineOfTree(next);
  if (next.type !== 'heading' && !/subtitle/i.test(next.data?.look?.style ?? '')) return false;
  if (words.is('headings', text) || words.is('references', text) || /^\d/.test(text)) return false;
  if (readAuthors([text], words)) return false;
  if (title.type === 'heading' && next.type === 'heading' && next.depth < title.depth) return false;
  // Below a subtitle stands a name, an abstract, another heading: no text.
  return (
    after === undefined ||
    after.type === 'heading' ||
    Boolean(after.data?.look?.italic) ||
    lineOfTree(after).length < 200
  );
}

/** The authors, next to the title. */
function takeByline(context: FormContext): void {
  const { imported, words } = context;
  const { facts } = imported;
  if (facts.authors) return;
  const blocks = opening(context);
  const until = blocks.findIndex((node) => lineOfTree(node).length > 300);
  const near = blocks.slice(0, until < 0 ? 8 : Math.min(8, until));
  for (const [i, node] of near.entries()) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    // What stands between title and authors makes it less sure that they are some.
    const group = near.slice(i).filter((one) => one.type === 'paragraph' || one.type === 'heading');
    const lines = group.flatMap((one) => linesOf(one).map((line) => ({ line, one })));
    const read = readAuthors(
      lines.map(({ line }) => line),
      words,
    );
    if (!read) continue;
    const used = lines.slice(0, read.lines);
    const last = used.at(-1)?.one;
    // A block is taken as a whole, or not at all.
    const whole = group.filter((one) => used.some((line) => line.one === one));
    if (last && lines.filter(({ one }) => one === last).length > used.filter(({ one }) => one === last).length)
      continue;
    const at = placeOf(node);
    const name = firstWords(lineOfTree(node));
    const confidence = Math.round((read.confidence - 0.1 * Math.min(i, 4)) * 100) / 100;
    if (confidence < 0.55) return;
    const found = `${read.authors.length > 1 ? 'Names' : 'A name'} next to the title (${read.authors.map((author) => author.name).join(', ')})`;
    const level = confidence < 0.7 ? { level: 'warning' as const } : {};
    const about = { rule: 'import-title', confidence, at, words: name, found, ...level } as const;
    if (takeFor(context, about, ['authors', 'paragraph']).made !== 'authors') return;
    const authors = withoutRepeated(read.authors);
    for (const author of authors) {
      if (author.name === author.name.toUpperCase() && !/\./.test(author.name))
        author.name = author.name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
    }
    facts.authors = authors.map((value) => ({ value, confidence, at }));
    declareByline(imported, whole.map(textOfTree).join(' '), authors, at);
    remove(context, ...whole);
    return;
  }
}

/** Authors without those who stand there again in another script: of the same mail or ORCID, or a second half. */
function withoutRepeated(authors: ImportedAuthor[]): ImportedAuthor[] {
  const half = authors.length / 2;
  const scripts = authors.map(({ name }) => scriptIn(name));
  const isAgain =
    Number.isInteger(half) && half > 0 && scripts.every((script, i) => (script === scripts[0]) === i < half);
  if (isAgain) return authors.slice(0, half);
  return authors.filter(({ email, orcid, name }, i) =>
    authors
      .slice(0, i)
      .every(
        (one) =>
          scriptIn(one.name) === scriptIn(name) || !((email && one.email === email) || (orcid && one.orcid === orcid)),
      ),
  );
}

/** The lines of a block, where its line ends may mean something. */
function linesOf(node: RootContent): string[] {
  const lines = node.data?.look?.lines ?? [lineOfTree(node)];
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** An abstract without a label: in italics or indented, between the authors and the text. */
function takeAbstract(context: FormContext): void {
  const { imported } = context;
  const { facts } = imported;
  if (facts.abstract || !facts.title) return;
  const blocks = opening(context);
  const [first] = blocks.filter(({ type }) => type !== 'thematicBreak' && type !== 'html');
  if (first?.type !== 'paragraph' || !first.data?.look?.italic || lineOfTree(first).length < 150) return;
  const at = placeOf(first);
  const name = firstWords(lineOfTree(first));
  const found = 'A paragraph in italics between title and text';
  const about = { rule: 'import-title', confidence: 0.85, at, words: name, found } as const;
  if (takeFor(context, about, ['abstract', 'paragraph']).made !== 'abstract') return;
  facts.abstract = { value: inlineText(unwrapped(first)), confidence: 0.85, at };
  remove(context, first);
}

/** Takes the text about the author: a last paragraph that begins with the name, in italics or below a rule or label. */
function takeBiography(context: FormContext): void {
  const { imported, words } = context;
  const { facts, tree } = imported;
  const texts = tree.children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'thematicBreak');
  const last = texts.at(-1);
  const above = texts.at(-2);
  if (!facts.authors || last?.type !== 'paragraph') return;
  const hasLabel = above !== undefined && words.is('about-author', lineOfTree(above));
  const text = lineOfTree(last);
  const author = facts.authors.find(({ value }) => text.toLowerCase().startsWith(value.name.toLowerCase()));
  const isApart =
    last.data?.look?.italic || hasLabel || tree.children[tree.children.indexOf(last) - 1]?.type === 'thematicBreak';
  if (!author || !isApart || text.length > 2000 || author.value.bio) return;
  const at = placeOf(last);
  const found = 'The last paragraph begins with the author’s name';
  const about = { rule: 'import-title', confidence: 0.95, at, words: firstWords(text), found } as const;
  if (takeFor(context, about, ['about the author', 'paragraph']).made !== 'about the author') return;
  author.value.bio = inlineText(unwrapped(last));
  if (hasLabel && above) {
    leave(context, lineOfTree(above), placeOf(above), 'label of a fact');
    remove(context, above);
  }
  remove(context, last);
  const rest = tree.children.findLast(({ type }) => type !== 'footnoteDefinition');
  if (rest?.type === 'thematicBreak') remove(context, rest);
}

/** A block without the emphasis that all of it has. */
function unwrapped<T extends RootContent>(node: T): T {
  if (node.type !== 'paragraph' && node.type !== 'heading') return node;
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim());
  const isWhole = children.length > 0 && children.every(({ type }) => type === 'emphasis' || type === 'strong');
  return isWhole
    ? { ...node, children: children.flatMap((child) => ('children' in child ? child.children : [])) }
    : node;
}

function allText(tree: Root): string {
  return tree.children.map(textOfTree).join('\n');
}

function languageOf({ imported, lang, words }: FormContext): Fact<string> {
  const text = allText({
    ...imported.tree,
    children: imported.tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
  });
  const at: AuthorPlace = { words: firstWords(text) };
  const script = scriptIn(text);
  const byWords = words.languageOf(text);
  if (byWords) return { value: byWords, confidence: 0.95, at };
  if (script === 'Cyrl') return { value: cyrillicLanguage(text) ?? lang, confidence: 0.7, at };
  return { value: lang, confidence: 0.5, at };
}

/** The words of a text that are not among others, each as often as it is there. */
function restOf(text: string, others: string): string {
  const known = wordsIn(others);
  return wordsIn(text)
    .filter((word) => {
      const at = known.indexOf(word);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    })
    .join(' ');
}
