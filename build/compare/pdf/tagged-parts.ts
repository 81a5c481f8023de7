import { type PaintedPiece, type PaintedTexts, startsNewLine } from '../../check/words/painted-texts.ts';
import { textAt } from '../../pdf-reading/file/objects.ts';
import { contentKeyOf, contentKeysIn, isContent, isTag, type Tag, type TagTree } from '../../pdf-reading/tags.ts';
import { type BlockKind, type ComparedBlock, type ComparedPart, type TextBlock, wordsOfTokens } from '../model.ts';
import { TokenList } from '../text/tokens.ts';

/** The contents of a tagged PDF from which its parts are read. */
export interface TaggedContents {
  tags: TagTree;
  texts: PaintedTexts;
  pictures: ReadonlyMap<string, string[]>;
  labels: readonly string[];
}

/** Reads the articles of a tagged PDF, or all of it as one part where it has none. */
export function taggedParts(contents: TaggedContents): ComparedPart[] {
  const { tags } = contents;
  const articles = tags.all.filter(({ type }) => type === 'Art');
  const rest = partOf('document', tags.top, contents, false);
  const parts = articles.map((tag, at) => partOf(`article-${at + 1}`, [tag], contents, true));
  // Articles are known by their titles.
  for (const part of parts) part.id = part.title || part.id;
  return rest.blocks.length > 0 ? [...parts, rest] : parts;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  P: 'paragraph',
  LI: 'item',
  Code: 'code',
  Formula: 'formula',
  BibEntry: 'reference',
  TOCI: 'item',
};

function partOf(id: string, roots: readonly Tag[], contents: TaggedContents, isArticle: boolean): ComparedPart {
  const blocks: ComparedBlock[] = [];
  const notes: TextBlock[] = [];
  const walk = (tag: Tag, kind: BlockKind): void => {
    const { type } = tag;
    if (type === 'TOC' || (type === 'Art' && !roots.includes(tag))) return;
    const inner = type === 'BlockQuote' ? 'quotation' : (kinds[type] ?? kind);
    if (type === 'Note') return void notes.push({ ...textIn([tag], 'note', contents), ...labelOf(tag, contents) });
    if (type === 'Figure') return void blocks.push(figureOf(tag, contents));
    if (type === 'Table') return void blocks.push(tableOf(tag, contents));
    const level = /^H(\d?)$/.exec(type);
    const hasBlocks = tag.kids.some((kid) => isTag(kid) && isBlockTag(kid));
    if (level || !hasBlocks) {
      const block = textIn([tag], level ? 'heading' : inner, contents);
      if (block.tokens.length > 0) blocks.push(level ? { ...block, form: level[1] || '1' } : block);
      for (const note of notesIn(tag)) walk(note, inner);
      return;
    }
    for (const kid of tag.kids) if (isTag(kid)) walk(kid, inner);
  };
  for (const root of roots) walk(root, 'paragraph');
  const heading = blocks.find((block) => block.kind === 'heading');
  const pages = blocks.flatMap(({ tokens }) => tokens[0]?.page ?? []);
  return {
    id,
    title: heading ? wordsOfTokens(heading.tokens) : '',
    isArticle,
    facts: [],
    blocks,
    notes,
    first: pages[0],
    last: pages.at(-1),
  };
}

const isBlockTag = (tag: Tag): boolean =>
  /^(Document|Part|Art|Sect|Div|P|H\d?|L|LI|LBody|BlockQuote|Table|TR|TD|TH|Figure|Caption|Code|Formula|TOC|TOCI|Index|BibEntry|NonStruct|Private)$/.test(
    tag.type,
  );

function notesIn(tag: Tag): Tag[] {
  return tag.kids.flatMap((kid) => (!isTag(kid) ? [] : kid.type === 'Note' ? [kid] : notesIn(kid)));
}

/** The words of tags, without those of notes in them. */
function textIn(tags: readonly Tag[], kind: BlockKind, { texts, labels }: TaggedContents): TextBlock {
  const list = new TokenList();
  let last: PaintedPiece | undefined;
  const pageOf = (piece: PaintedPiece) => labels[piece.from.page - 1];
  const visit = (tag: Tag, inCall: boolean): void => {
    if (tag.type === 'Lbl' && kind === 'note') return;
    const isCall = inCall || tag.type === 'Reference';
    if (isBlockTag(tag)) list.part();
    for (const kid of tag.kids) {
      if (isTag(kid)) {
        if (kid.type !== 'Note' || kind === 'note') visit(kid, isCall);
        continue;
      }
      if (!isContent(kid)) continue;
      for (const piece of texts.marked.get(contentKeyOf(kid)) ?? []) {
        if (last && startsNewLine(last.to, piece.from) && !/[\u00ad\u2010-]$/.test(last.text)) list.part();
        const around = { page: pageOf(piece), looks: '' };
        // The number of a note is made by the build.
        if (isCall && /^\s*[\d*†‡§]+\s*$/.test(piece.text)) list.addMade(piece.text.trim(), '', around);
        else list.add(piece.text.replaceAll('\u00ad', ''), around);
        last = piece.text === '' ? last : piece;
      }
    }
    if (isBlockTag(tag)) list.part();
  };
  for (const tag of tags) visit(tag, false);
  return { kind, tokens: list.tokens, calls: [] };
}

function labelOf(tag: Tag, contents: TaggedContents): { label?: string } {
  const label = tag.kids.find((kid): kid is Tag => isTag(kid) && kid.type === 'Lbl');
  const words = label ? wordsOfTokens(textIn([label], 'paragraph', contents).tokens).replace(/[.)\s]+$/, '') : '';
  return words ? { label: words } : {};
}

function figureOf(tag: Tag, contents: TaggedContents): ComparedBlock {
  const alt = textAt(tag.dict, 'Alt') ?? '';
  const list = new TokenList();
  const keys = contentKeysIn(tag);
  const piece = keys.flatMap((key) => contents.texts.marked.get(key) ?? [])[0];
  const page = piece && contents.labels[piece.from.page - 1];
  list.add(alt, { page, looks: '' });
  return {
    kind: 'figure',
    tokens: [],
    calls: [],
    page,
    pictures: keys.flatMap((key) => contents.pictures.get(key) ?? []).map((hash) => ({ hash, name: 'picture' })),
    texts: [{ name: 'alternative text', block: { kind: 'figure', tokens: list.tokens, calls: [] } }],
  };
}

function tableOf(tag: Tag, contents: TaggedContents): ComparedBlock {
  const rows: Tag[] = [];
  const captions: Tag[] = [];
  const find = (one: Tag): void => {
    if (one.type === 'TR') rows.push(one);
    else if (one.type === 'Caption') captions.push(one);
    else for (const kid of one.kids) if (isTag(kid)) find(kid);
  };
  find(tag);
  return {
    ...textIn(captions, 'table', contents),
    kind: 'table',
    rows: rows.map((row) =>
      row.kids.flatMap((cell) => (isTag(cell) && /^T[DH]$/.test(cell.type) ? [textIn([cell], 'table', contents)] : [])),
    ),
  };
}
