import { firstWords } from '../imported.ts';
import type { FormContext } from './context.ts';
import { inlineText } from './inline-text.ts';
import { lineOfBlock } from './line-of.ts';
import { leave, opening, placeOfBlock, remove, unwrappedBlock } from './opening-blocks.ts';
import { takeFor } from './take-for.ts';

/** An abstract without a label: in italics or indented, between the authors and the text. */
export function takeAbstract(context: FormContext): void {
  const { imported } = context;
  const { facts } = imported;
  if (facts.abstract || !facts.title) return;
  const blocks = opening(context);
  const [first] = blocks.filter(({ type }) => type !== 'thematicBreak' && type !== 'html');
  if (first?.type !== 'paragraph' || !first.data?.look?.italic || lineOfBlock(first).length < 150) return;
  const at = placeOfBlock(first);
  const name = firstWords(lineOfBlock(first));
  const found = 'A paragraph in italics between title and text';
  const about = { rule: 'import-title', confidence: 0.85, at, words: name, found } as const;
  if (takeFor(context, about, ['abstract', 'paragraph']).made !== 'abstract') return;
  facts.abstract = { value: inlineText(unwrappedBlock(first)), confidence: 0.85, at };
  remove(context, first);
}

/** Takes the text about the author: a last paragraph that begins with the name, in italics or below a rule or label. */
export function takeBiography(context: FormContext): void {
  const { imported, words } = context;
  const { facts, tree } = imported;
  const texts = tree.children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'thematicBreak');
  const last = texts.at(-1);
  const above = texts.at(-2);
  if (!facts.authors || last?.type !== 'paragraph') return;
  const hasLabel = above !== undefined && words.is('about-author', lineOfBlock(above));
  const text = lineOfBlock(last);
  const author = facts.authors.find(({ value }) => text.toLowerCase().startsWith(value.name.toLowerCase()));
  const isApart =
    last.data?.look?.italic || hasLabel || tree.children[tree.children.indexOf(last) - 1]?.type === 'thematicBreak';
  if (!author || !isApart || text.length > 2000 || author.value.bio) return;
  const at = placeOfBlock(last);
  const found = 'The last paragraph begins with the author’s name';
  const about = { rule: 'import-title', confidence: 0.95, at, words: firstWords(text), found } as const;
  if (takeFor(context, about, ['about the author', 'paragraph']).made !== 'about the author') return;
  author.value.bio = inlineText(unwrappedBlock(last));
  if (hasLabel && above) {
    leave(context, lineOfBlock(above), placeOfBlock(above), 'label of a fact');
    remove(context, above);
  }
  remove(context, last);
  const rest = tree.children.findLast(({ type }) => type !== 'footnoteDefinition');
  if (rest?.type === 'thematicBreak') remove(context, rest);
}
