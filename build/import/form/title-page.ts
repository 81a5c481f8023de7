import type { RootContent } from 'mdast';
import type { FormContext, FormInput } from './context.ts';
import type { FormWords } from './form-words.ts';
import { lineOfBlock } from './line-of.ts';
import { loweredHeading, placeOfBlock } from './opening-blocks.ts';

/** Blocks before the first page break or heading, at most, that may be a title page. */
const maxBlocks = 60;

/**
 * The blocks of a title page, as theses have one: short lines up to the end of a page or the contents, with an
 * institution, a kind of work, place and year, or who looked after it and the number of a student, two of them at
 * least. Empty if the text has none.
 */
export function titlePageOf({ imported: { tree }, words }: Pick<FormInput, 'imported' | 'words'>): RootContent[] {
  const page: RootContent[] = [];
  let isBounded = false;
  for (const node of tree.children.slice(0, maxBlocks)) {
    if (!pageParts.has(node.type)) break;
    const text = lineOfBlock(node);
    if (page.length > 0 && (node.data?.look?.pageBreakBefore || beginsText(text, words))) {
      isBounded = true;
      break;
    }
    if (text.length > 400 && node.type !== 'table' && node.type !== 'htmlBlock') break;
    page.push(node);
  }
  const lines = page.map(lineOfBlock).filter(Boolean);
  if (!isBounded || lines.length < 4) return [];
  const hasInstitution = lines.some((line) => words.has('institution', line));
  const hasKind = lines.some((line) => line.length <= 120 && words.has('kind', line));
  const hasYear = lines.slice(-4).some(isShortWithYear);
  const hasPeople = lines.some(
    (line) => words.label('supervisor', line) !== undefined || (line.length <= 60 && /(?<!\d)\d{6,}(?!\d)/.test(line)),
  );
  return [hasInstitution, hasKind, hasYear, hasPeople].filter(Boolean).length >= 2 ? page : [];
}

const pageParts: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table', 'htmlBlock', 'thematicBreak', 'html']);

function beginsText(text: string, words: FormWords): boolean {
  return (['headings', 'references', 'contents', 'abstract'] as const).some((kind) => words.is(kind, text));
}

function isShortWithYear(text: string): boolean {
  return text.length <= 40 && /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text);
}

/** True for a line of a title page that is not the title: the kind of work, a number, a place, who looked after it. */
export function isTitlePageLine(text: string, words: FormWords): boolean {
  return (
    (words.has('kind', text) && text.split(' ').length <= 8) ||
    words.has('institution', text) ||
    words.label('supervisor', text) !== undefined ||
    /\d{5}/.test(text) ||
    isShortWithYear(text)
  );
}

/** Makes paragraphs of what is left of a title page when title and authors are taken out, and says so once. */
export function settleTitlePage({ imported, titlePage }: FormContext): void {
  const { tree, doubts } = imported;
  const left = tree.children.filter((node) => titlePage.includes(node));
  const lines = left.map(lineOfBlock).filter(Boolean);
  const [first] = left;
  if (!first || lines.length === 0) return;
  tree.children = tree.children.map((node) =>
    node.type === 'heading' && titlePage.includes(node) ? loweredHeading(node) : node,
  );
  const at = placeOfBlock(first);
  doubts.push({
    rule: 'import-title',
    confidence: 0.5,
    at,
    words: at.words,
    found: `A title page, with ${lines.length} line${lines.length === 1 ? '' : 's'} besides title and authors`,
    made: 'paragraphs',
    fix: 'Take out of the manuscript what is not part of the article.',
    level: 'warning',
  });
}
